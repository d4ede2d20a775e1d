import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import { hanoi } from '../../../test/support/beekeepers.js';
import { beekeeping, foresters } from '../../../test/support/beekeeping.js';
import {
  opinionAsked,
  opinionGiven,
  standing,
  supplementReceived,
  supplementRequested,
  taskClaimed,
} from '../../../test/support/beekeeping-events.js';
import { deadlinesMoved, movedBy, stormCalendar } from '../../../test/support/late-announcement.js';
import { agendaOf } from '../agenda.js';
import { clocksOf, reckoned } from '../clocks.js';
import { foldDossier } from '../dossier.js';
import type { DossierEvent } from '../events.js';
import type { Dossier } from '../state.js';

const edition = { id: 'vietnam', version: '2026.3' };
const movedAt = hanoi('2026-03-04 08:00');
const procedure = beekeeping();

function folded(events: readonly DossierEvent[]): Dossier {
  const dossier = foldDossier(events);
  if (!dossier) throw new Error('A dossier begins with DossierSubmitted');
  return dossier;
}

function eventsOf(decision: ReturnType<typeof movedBy>): readonly DossierEvent[] {
  if ('refusal' in decision) throw new Error(decision.refusal);
  return decision;
}

const dates = (dossier: Dossier) =>
  clocksOf(dossier, procedure).map(({ kind, agency, dueAt }) => [kind, agency, dueAt]);

describe('a day off announced late', () => {
  const early = opinionAsked({ askedAt: hanoi('2026-03-03 10:00'), dueAt: hanoi('2026-03-09 17:00') });
  const asked = [...standing.appraisal, early, taskClaimed({ task: 'appraise-1' })];

  it('moves every limit it lies in, names from and to, and tells each whom it concerns once', () => {
    expect(movedBy(asked)).toStrictEqual([
      {
        type: 'DeadlinesMoved',
        data: {
          edition,
          movedAt,
          moves: [
            { clock: 'decision', from: hanoi('2026-03-16 17:00'), to: hanoi('2026-03-17 17:00') },
            { clock: 'step', from: hanoi('2026-03-10 17:00'), to: hanoi('2026-03-11 17:00') },
            {
              clock: 'opinion',
              agency: foresters,
              from: hanoi('2026-03-09 17:00'),
              to: hanoi('2026-03-10 17:00'),
            },
          ],
          appointedOn: '2026-03-17',
          told: ['beekeeper', taskClaimed().data.by, foresters],
        },
      },
    ]);
  });

  it('puts the new dates where everybody looks: the appointed date, the step, the wake-up', () => {
    const before = folded(asked);
    const after = folded([...asked, ...eventsOf(movedBy(asked))]);
    expect(after).toMatchObject({
      acceptance: { dueAt: hanoi('2026-03-17 17:00'), appointedOn: '2026-03-17' },
      stepDueAt: hanoi('2026-03-11 17:00'),
    });
    const escalation = ({ action }: { readonly action: string }) => action === 'escalateLateness';
    const [was] = agendaOf(before, procedure, vietnamCalendar).filter(escalation);
    const [is] = agendaOf(after, procedure, stormCalendar).filter(escalation);
    expect([was?.at, is?.at]).toStrictEqual([hanoi('2026-03-10 17:00'), hanoi('2026-03-11 17:00')]);
  });

  it('changes nothing when it is repeated', () =>
    expect(movedBy([...asked, ...eventsOf(movedBy(asked))])).toStrictEqual([]));

  it('is undone when the edition before it is in force again', () => {
    const moved = [...asked, ...eventsOf(movedBy(asked))];
    const back = eventsOf(movedBy(moved, { calendar: vietnamCalendar }));
    expect(dates(folded([...moved, ...back]))).toStrictEqual(dates(folded(asked)));
    expect(folded([...moved, ...back])).toMatchObject({ acceptance: { appointedOn: '2026-03-16' } });
  });

  it('leaves a dossier alone whose limits it does not touch', () =>
    expect(movedBy(standing.receipt, { at: hanoi('2026-03-02 12:00') })).toStrictEqual([]));

  it('gives the applicant the day to answer, in the request too', () => {
    const { supplement } = procedure;
    const inWorkingDays = beekeeping({
      supplement: { ...supplement, answerWithin: { amount: 10, unit: 'workingDays' } },
    });
    const waiting = [...standing.completeness, supplementRequested({ answerBy: hanoi('2026-03-17 17:00') })];
    const told = eventsOf(movedBy(waiting, { procedure: inWorkingDays }));
    expect(told).toMatchObject([{ data: { told: ['beekeeper'] } }]);
    const moved = folded([...waiting, ...told]);
    expect(moved).toMatchObject({
      stepDueAt: hanoi('2026-03-18 17:00'),
      open: { answerBy: hanoi('2026-03-18 17:00') },
      supplements: [{ answerBy: hanoi('2026-03-18 17:00') }],
    });
  });

  it('does not take back an answer that came, nor move what is ready to be collected', () => {
    const answered = [...standing.appraisal, opinionAsked(), opinionGiven()];
    const kinds = (events: readonly DossierEvent[]) =>
      eventsOf(movedBy(events)).flatMap((event) =>
        event.type === 'DeadlinesMoved' ? event.data.moves.map(({ clock }) => clock) : [],
      );
    expect(kinds(answered)).toStrictEqual(['decision', 'step']);
    expect(kinds(standing.handover)).not.toContain('decision');
  });

  it('keeps what was known of a dossier that is closed', () =>
    expect(movedBy(standing.closed)).toMatchObject({ refusal: 'DossierClosed' }));

  it('is refused when another edition is in force than was looked at', () =>
    expect(movedBy(asked, { edition: { id: 'vietnam', version: '2026.4' } })).toStrictEqual({
      refusal: 'EditionNotInForce',
      details: { asked: 'vietnam 2026.4', inForce: 'vietnam 2026.3' },
    }));

  it('reckons a date that another edition had put elsewhere', () => {
    const elsewhere = deadlinesMoved({ clock: 'step', from: movedAt, to: hanoi('2026-03-06 17:00') });
    const [event] = eventsOf(movedBy([...standing.completeness, elsewhere], { calendar: vietnamCalendar }));
    expect(event?.data).toMatchObject({
      moves: [{ clock: 'step', from: hanoi('2026-03-06 17:00'), to: hanoi('2026-03-03 17:00') }],
    });
  });
});

describe('every date that was given', () => {
  const stories: Readonly<Record<string, readonly DossierEvent[]>> = {
    ...standing,
    opinions: [...standing.appraisal, opinionAsked()],
    answered: [...standing.supplement, supplementReceived()],
  };

  it.each(Object.keys(stories))('is what its recorded facts say: %s', (name) => {
    const clocks = clocksOf(folded(stories[name] ?? []), procedure);
    expect(clocks.length).toBeGreaterThan(0);
    expect(clocks.map((clock) => reckoned(vietnamCalendar, clock).due.at)).toStrictEqual(
      clocks.map(({ dueAt }) => dueAt),
    );
  });
});
