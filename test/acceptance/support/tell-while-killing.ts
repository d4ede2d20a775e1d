import { tellStory, type ToldStory } from '../../../apps/cli/story/tell-story.js';
import type { Part, TestInstance } from '../../support/instance.js';
import type { OfficeLog } from './office-log.js';
import { moments, openRoughLine } from './rough-line.js';

export interface Killing {
  readonly told: ToldStory;
  readonly kills: number;
  /** Commands as they came, every repetition among them. */
  readonly attempts: readonly string[];
}

/** What the worker brings into the log by itself. */
const WORKERS_EVENTS = new Set(['CertificateIssued', 'LicenceEntered']);

/**
 * Plays the story while one part of the office is killed at every command on its way, and whenever the worker has put something
 * into the log. The part is started again at once; people and worker go on meanwhile.
 */
export async function tellWhileKilling(part: Part, instance: TestInstance, log: OfficeLog): Promise<Killing> {
  let kills = 0;
  let running = Promise.resolve();
  // In turn: a command and the worker's news may come at the same moment, and a part is started once at a time.
  const kill = (): Promise<void> => {
    const killed = running.then(() => {
      kills += 1;
      return instance.kill(part);
    });
    running = killed.then(() => instance.restart(part));
    return killed;
  };
  const line = await openRoughLine(instance.gatewayUrl, {
    momentOf: (n) => moments[n % moments.length] ?? 'before',
    happen: kill,
  });
  const watch = await watchForWorker(log, kill);
  const { temporalAddress } = instance.engines;
  try {
    const told = await tellStory({
      gatewayUrl: line.url,
      temporalAddress,
      variant: 'granted',
      tell: () => undefined,
    });
    return { told, kills, attempts: line.attempts };
  } finally {
    await watch.end();
    await running;
    await line.close();
  }
}

async function watchForWorker(
  { backbone }: OfficeLog,
  onNews: () => Promise<void>,
): Promise<{ end(): Promise<void> }> {
  const ending = new AbortController();
  const after = await backbone.store.tail();
  const follow = async (): Promise<void> => {
    for await (const commits of backbone.store.follow({ after, signal: ending.signal })) {
      const types = commits.flatMap(({ events }) => events.map(({ type }) => type));
      if (types.some((type) => WORKERS_EVENTS.has(type))) await onNews();
    }
  };
  const following = follow();
  return {
    async end() {
      ending.abort();
      await following;
    },
  };
}
