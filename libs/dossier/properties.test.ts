import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import {
  beekeeping,
  forwardedBeekeeping,
  letteredBeekeeping,
  shortBeekeeping,
} from '../../test/support/beekeeping.js';
import { moveDeadlines } from '../../test/support/beekeeping-commands.js';
import { decided } from '../../test/support/dossier-stories.js';
import { acts, leftAlone, type Standpoint, tried, walked, walks } from '../../test/support/dossier-walks.js';
import { isShown, moveOf, shownDiagram } from '../../test/support/stage-diagram.js';
import { agendaOf } from './agenda.js';
import { foldDossier } from './dossier.js';
import { evolvers } from './evolve/evolvers.js';
import { nationalStatusOf } from './national-status.js';
import { openTaskIds, openTasks } from './tasks.js';

const { supplement, steps } = beekeeping();
/** Procedures that differ in what the law leaves to them. */
const procedures = fc.constantFrom<Procedure>(
  beekeeping(),
  beekeeping({ opinions: [], checklist: [] }),
  letteredBeekeeping(),
  forwardedBeekeeping(),
  shortBeekeeping(),
  beekeeping({
    supplement: {
      ...supplement,
      maxRequests: 3,
      effectOnClock: 'resumes',
      answerWithin: { amount: 2, unit: 'hours' },
    },
    steps: { ...steps, receipt: { amount: 8, unit: 'workingHours' } },
    remindAfterShare: 0,
  }),
);
const agenda = ({ state, procedure }: Standpoint) =>
  state ? agendaOf(state, procedure, vietnamCalendar) : [];
const keys = (at: Standpoint) => agenda(at).map(({ key }) => key);
/** The stage's own work, as it is written down once its lateness was reported. */
const lateWork = ({ state, procedure }: Standpoint) =>
  (state ? openTasks(state, procedure, vietnamCalendar) : [])
    .slice(0, 1)
    .map(({ id, dueAt }) => `${id} ${dueAt}`);
const runs = { numRuns: 40 };

describe('any dossier, however it went', () => {
  it('answers whatever is asked by facts or a named refusal, and the same again by a refusal or nothing', () => {
    fc.assert(
      fc.property(walks, procedures, (drawn, procedure) => {
        const at = walked(drawn, procedure).at(-1)?.after;
        if (!at) return;
        for (const act of acts(at)) {
          const decision = decided(at.events, { ...act, at: at.now }, { procedure });
          expect('refusal' in decision ? typeof decision.refusal : 'events').toMatch(/^(string|events)$/u);
          const done = tried(at, act);
          if (done) expect([act.command, tried(done.after, act)]).toStrictEqual([act.command, undefined]);
        }
      }),
      runs,
    );
  });

  it('can be told up to any fact, and moves only as the README shows', () => {
    const diagram = shownDiagram();
    fc.assert(
      fc.property(walks, procedures, (drawn, procedure) => {
        const way = walked(drawn, procedure);
        const { events, state } = way.at(-1)?.after ?? { events: [], state: undefined };
        expect(foldDossier(events)).toStrictEqual(state);
        for (let length = 1; length <= events.length; length += 1) {
          const told = foldDossier(events.slice(0, length));
          expect(told?.version).toBe(length);
          if (told) expect(nationalStatusOf(told)).toBeGreaterThan(0);
        }
        const moves = way.flatMap(({ before, after }) =>
          moveOf(before.events, after.events.slice(before.events.length)),
        );
        expect(moves.filter((move) => !isShown(move, diagram))).toStrictEqual([]);
      }),
      runs,
    );
  });

  it('always waits for something: open, it has an item or a task with a date; what is done is not owed again', () => {
    fc.assert(
      fc.property(walks, procedures, (drawn, procedure) => {
        const done = new Set<string>();
        for (const { act, before, after } of walked(drawn, procedure)) {
          const owed = agenda(before).find(({ command }) => command === act.command)?.key;
          if (owed !== undefined) done.add(owed);
          const { state } = after;
          const now = keys(after);
          expect(new Set(now).size).toBe(now.length);
          expect(now.filter((key) => done.has(key))).toStrictEqual([]);
          const tasks = state ? openTasks(state, procedure, vietnamCalendar) : [];
          expect(tasks.map(({ id }) => id)).toStrictEqual(state ? openTaskIds(state) : []);
          expect(tasks.filter(({ remindAt, dueAt }) => !dueAt || remindAt > dueAt)).toStrictEqual([]);
          if (state?.stage !== 'closed') expect(now.length + tasks.length).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  it('has no date that its recorded facts do not give again, so that an edition without news moves nothing', () => {
    fc.assert(
      fc.property(walks, procedures, (drawn, procedure) => {
        const moved = walked(drawn, procedure).map(({ after }) => tried(after, moveDeadlines()));
        expect(moved.filter((step) => step !== undefined)).toStrictEqual([]);
      }),
      runs,
    );
  });

  it('owes the same whoever holds its work', () => {
    fc.assert(
      fc.property(walks, procedures, (drawn, procedure) => {
        const held = walked(drawn, procedure).filter(({ act }) => act.command.type.endsWith('Task'));
        for (const { before, after } of held) expect(agenda(after)).toStrictEqual(agenda(before));
      }),
      runs,
    );
  });

  it('left alone comes to an end, or to a task that is late and was reported', () => {
    fc.assert(
      fc.property(walks, procedures, (drawn, procedure) => {
        const from = walked(drawn, procedure).at(-1)?.after;
        if (!from) return;
        const end = leftAlone(from).at(-1)?.after ?? from;
        expect(agenda(end)).toStrictEqual([]);
        expect(end.state?.escalated).toStrictEqual(expect.arrayContaining(lateWork(end)));
      }),
      runs,
    );
  });
});

describe('the ways that are drawn', () => {
  it('lead to everything that can happen', () => {
    const drawn = fc.sample(walks, { numRuns: 150, seed: 3 });
    const ways = [beekeeping(), letteredBeekeeping(), forwardedBeekeeping()].flatMap((one) =>
      drawn.map((way) => walked(way, one)),
    );
    const happened = ways.flatMap((way) => way.at(-1)?.after.events ?? []).map(({ type }) => type);
    // Days off that are announced late need another edition of the calendar: `stories/late-announcement.test.ts`.
    const able = ['DossierSubmitted', ...Object.keys(evolvers)].filter((type) => type !== 'DeadlinesMoved');
    expect([...new Set(happened)].sort()).toStrictEqual(able.sort());
  });
});

describe('time', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('comes in with the command: the machine’s clock is not asked', () => {
    const drawn = fc.sample(walks, { numRuns: 10, seed: 7 });
    const ways = (year: string) => {
      jest.useFakeTimers({ now: Date.parse(`${year}-06-01`) });
      return drawn.map((way) => walked(way, beekeeping()).at(-1)?.after.events);
    };
    expect(ways('2040')).toStrictEqual(ways('1999'));
  });

  it('and chance are named nowhere in the domain', () => {
    const folder = new URL('.', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const sources = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const clocks = /Date\.now|new Date\b|Math\.random|performance\.|systemClock|randomUUID/u;
    const asking = sources.filter((name) => clocks.test(readFileSync(new URL(name, folder), 'utf8')));
    expect(asking).toStrictEqual([]);
    expect(sources.length).toBeGreaterThan(40);
  });
});
