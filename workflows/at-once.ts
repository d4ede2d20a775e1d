import {
  type ActivityInterfaceFor,
  type ActivityOptions,
  isCancellation,
  patched,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';

/** False for what a run did before this was written: an activity of its own for each act. The last such run is renewed within a year. */
export const actsAtOnce = (): boolean => patched('acts-at-once');

/** What a command on the log may take while its workflow task is held: half of what the server gives the task. */
const HELD_FOR = '5 seconds';

type Acts = Readonly<Record<string, (subject: { readonly id: string }) => Promise<unknown>>>;

/**
 * Activities that are one command on the log each. They are done within the workflow task that finds them due, which saves the server a task
 * to queue, a result to take and a second workflow task; one that fails becomes an activity of its own, with its retries. A worker that dies
 * over one leaves the task to the next worker, and the command's key answers what was recorded already.
 */
export function atOnce<A extends Acts>(options: ActivityOptions): ActivityInterfaceFor<A> {
  const own = proxyActivities<Acts>(options);
  const within = proxyLocalActivities<Acts>({
    startToCloseTimeout: HELD_FOR,
    retry: { maximumAttempts: 1 },
  });
  const act = (name: string) => async (subject: { readonly id: string }) => {
    if (!actsAtOnce()) return own[name]?.(subject);
    try {
      return await within[name]?.(subject);
    } catch (error) {
      if (isCancellation(error)) throw error;
      return own[name]?.(subject);
    }
  };
  return new Proxy({} as ActivityInterfaceFor<A>, { get: (_, name) => act(String(name)) });
}
