import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

/** As often as the projector tells the workflow of a dossier with two opinions, and what that workflow then does. */
export const SIGNALS = 8;

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '1 minute' });

/** The bare floor of a dossier's workflow: the same number of signals and activities, and nothing in them. */
export async function floor(): Promise<void> {
  let heard = 0;
  setHandler(defineSignal('moved'), () => void (heard += 1));
  await condition(() => heard >= SIGNALS);
  await nothing();
  await nothing();
  await nothing();
}
