import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Life, lifeOf } from '../../apps/cli/simulation/life.js';
import { digestOf } from '../../apps/cli/simulation/outcome.js';
import { pureLife } from '../../apps/cli/simulation/pure-life.js';
import { simulatedRules } from '../../apps/cli/simulation/rules.js';
import { simulate, type SimulatedLife, type Simulation } from '../../apps/cli/simulation/simulate.js';
import type { Instant } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { ownEngines, testEngines } from '../support/engines.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';
import { workflowBundle } from '../support/workflow-bundle.js';
import { quietRuntime } from '../../apps/cli/simulation/quiet-runtime.js';

const SEEDS = Array.from({ length: 10 }, (_, n) => n + 1);
const YEARS = 10;
/** What the workflow of a licence may take in a year in which its holder reports in time and nothing else happens. */
const QUIET_YEAR = 60;
/** Of its six years; in the last one it is to be extended, and ends. */
const QUIET_YEARS = 5;

interface Lived extends SimulatedLife {
  readonly life: Life;
  readonly pure: readonly LicenceEvent[];
}

let lives: readonly Lived[];
let quiet: Lived;

beforeAll(async () => {
  quietRuntime();
  const lived = (await liveThrough({ seeds: SEEDS })).lives;
  lives = lived.slice(0, SEEDS.length);
  quiet = lived.at(-1) as Lived;
});

interface World extends Pick<Simulation, 'crash' | 'outage'> {
  readonly seeds: readonly number[];
  readonly years?: number;
  readonly change?: (life: Life) => Life;
}

/** All in one world, and beside them one licence to which nothing happens but reports in time. */
async function liveThrough({ seeds, years = YEARS, change = same, crash, outage }: World): Promise<{
  readonly lives: readonly Lived[];
  readonly crashes: number;
}> {
  const own = await ownEngines({ want: ['timeSkipping'] });
  const dataDir = await makeTestFolder();
  const shared = testEngines();
  let chosen: readonly { readonly life: Life; readonly pure: readonly LicenceEvent[] }[] = [];
  try {
    const { lives: lived, crashes } = await simulate(
      {
        ...(crash && { crash }),
        ...(outage && { outage }),
        lives(backbone) {
          const rules = simulatedRules(backbone);
          const seeded = seeds.map((seed) => lifeOf({ seed, years }, rules));
          chosen = [...seeded, quietened(lifeOf({ seed: 0, years }, rules))].map((life) => ({
            life: change(life),
            pure: pureLife(change(life), { ...rules, ...(outage && { outage }) }),
          }));
          return chosen.map(({ life }) => life);
        },
      },
      {
        mongodbUri: shared.mongodbUri,
        database: shared.databaseName(),
        dataDir,
        timeSkippingAddress: own.engines.timeSkippingAddress ?? '',
        workflowBundle: await workflowBundle(),
      },
    );
    return { lives: chosen.map((one, n) => ({ ...one, ...(lived[n] as SimulatedLife) })), crashes };
  } finally {
    await own.stop();
    await removeTestFolder(dataDir);
  }
}

const same = (life: Life): Life => life;

/** Every report in January, examined a week later. */
function quietened(life: Life): Life {
  const acts = Array.from({ length: YEARS - 4 }, (_, n) => 2031 + n).flatMap((year): Life['acts'] => {
    const obligation = `annualReport-${year}-01-14`;
    const report = 'e'.repeat(64) as Life['opening']['certificate'];
    return [
      {
        at: `${year}-01-05T03:30:00.000Z` as Life['begunAt'],
        command: { type: 'submitReport', data: { obligation, period: year - 1, report } },
      },
      {
        at: `${year}-01-12T03:30:00.000Z` as Life['begunAt'],
        command: { type: 'acceptReport', data: { obligation } },
      },
    ];
  });
  return { ...life, acts };
}

it.each(SEEDS.map((seed, n) => [seed, n]))(
  'ten years on workflows, activities and log bring what the rules alone say: seed %i',
  (_, n) => {
    const { events, pure } = lives[n] as Lived;
    expect(events).toStrictEqual(pure);
  },
);

it('every duty that fell due has one outcome, and every kind of end was met', () => {
  const outcomes = lives.flatMap(({ obligations }) => obligations.map(({ outcome }) => outcome));
  expect(outcomes).not.toContain(null);
  expect(new Set(outcomes)).toStrictEqual(
    new Set(['fulfilled', 'fulfilledLate', 'missed', 'excused', 'unexamined']),
  );
  const ends = lives.map(
    ({ events }) => events.findLast(({ type }) => /^Licence(Expired|Revoked|Returned)$/.test(type))?.type,
  );
  expect(new Set(ends)).toStrictEqual(new Set(['LicenceExpired', 'LicenceRevoked', 'LicenceReturned']));
});

it('no reminder is given twice', () => {
  const keys = lives.flatMap(({ life, events }) =>
    events.flatMap(({ type, data }) =>
      type === 'ObligationReminded' ? [`${life.id} ${data.obligation} ${data.dueOn} ${data.remindedAt}`] : [],
    ),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

it('the same seed gives the same log, whoever lives beside it and however often the worker is killed', async () => {
  const { lives: again, crashes } = await liveThrough({ seeds: [1], crash: { seed: 1, times: 3 } });
  expect(crashes).toBe(3);
  expect(digestOf([(again[0] as Lived).events])).toBe(digestOf([(lives[0] as Lived).events]));
});

describe('the world stands still for thirty days', () => {
  const outage = {
    from: '2032-12-20T03:00:00.000Z' as Instant,
    until: '2033-01-19T03:00:00.000Z' as Instant,
  };
  const within = (at: string) => outage.from <= at && at <= outage.until;
  const people = (life: Life): Life => ({ ...life, acts: life.acts.filter(({ at }) => !within(at)) });
  let stopped: readonly Lived[];
  beforeAll(async () => {
    // Beside them lives one that is not extended and has ended by then.
    stopped = (await liveThrough({ seeds: [1, 2, 3], years: 5, change: people, outage })).lives.slice(0, 3);
  });

  it('and on return there is one reminder for each open duty, none missing and none doubled', () => {
    for (const { events, pure } of stopped) {
      expect(events).toStrictEqual(pure);
      const reminded = events.flatMap((event) => (event.type === 'ObligationReminded' ? [event.data] : []));
      const caughtUp = reminded.filter(({ remindedAt }) => within(remindedAt));
      expect(caughtUp.map(({ remindedAt }) => remindedAt)).toStrictEqual([outage.until]);
      expect(caughtUp.map(({ dueOn }) => dueOn)).toStrictEqual(['2033-01-14']);
    }
  });

  it('and every duty has its one outcome all the same', () => {
    const outcomes = stopped.flatMap(({ obligations }) => obligations.map(({ outcome }) => outcome));
    expect(outcomes).not.toContain(null);
  });
});

it(`a quiet year takes ${QUIET_YEAR} events of Temporal at most, in runs of a year`, () => {
  const wholeYears = quiet.runs.slice(0, QUIET_YEARS);
  expect(wholeYears.length).toBe(QUIET_YEARS);
  expect(wholeYears.filter((events) => events > QUIET_YEAR)).toStrictEqual([]);
});
