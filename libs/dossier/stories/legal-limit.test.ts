import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import { evaluate } from '#libs/calendar/evaluate.js';
import { explainDeadline } from '#libs/calendar/explanation.js';
import { day, hanoi } from '../../../test/support/beekeepers.js';
import { beekeeping } from '../../../test/support/beekeeping.js';
import { extendDeadline, receiveSupplement } from '../../../test/support/beekeeping-commands.js';
import {
  completenessConfirmed,
  deadlineExtended,
  reopened,
  standing,
  stopped,
  supplementReceived,
  supplementRequested,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';
import { decisionQuestion } from '../times.js';

const { supplement, appraisal } = { ...beekeeping(), appraisal: standing.appraisal };
const resuming = beekeeping({ supplement: { ...supplement, effectOnClock: 'resumes' } });
const { restartedAt: _, ...resumed } = supplementReceived({ dueAt: hanoi('2026-03-20 17:00') }).data;

describe('a complete answer to a supplement', () => {
  it('lets the limit run from zero where the procedure says so (Decree 61/2018 Art. 19(4))', () => {
    given(standing.supplement).when(receiveSupplement()).thenHappens(supplementReceived());
    expect(dossierOf(standing.supplement, supplementReceived())).toMatchObject({
      acceptance: { dueAt: hanoi('2026-03-23 17:00'), appointedOn: '2026-03-23' },
    });
  });

  it('lets it go on where it stood everywhere else', () => {
    given(standing.supplement)
      .when(receiveSupplement(), { procedure: resuming })
      .thenHappens({ type: 'SupplementReceived', data: resumed });
  });

  it('that was asked for on the last day of the limit still restarts it', () => {
    const asked = supplementRequested({ requestedAt: hanoi('2026-03-16 23:59') });
    given(appraisal, asked)
      .when(receiveSupplement(), { at: '2026-03-23 09:00' })
      .thenHappens(
        supplementReceived({
          receivedAt: hanoi('2026-03-23 09:00'),
          restartedAt: hanoi('2026-03-23 09:00'),
          dueAt: hanoi('2026-04-06 17:00'),
          stepDueAt: hanoi('2026-03-30 17:00'),
        }),
      );
  });

  it('that was asked for when the limit was over wins no time: lateness is not undone', () => {
    const asked = supplementRequested({ requestedAt: hanoi('2026-03-17 00:00') });
    const { restartedAt: __, ...late } = supplementReceived({
      receivedAt: hanoi('2026-03-23 09:00'),
      dueAt: hanoi('2026-03-16 17:00'),
      stepDueAt: hanoi('2026-03-30 17:00'),
    }).data;
    given(appraisal, asked)
      .when(receiveSupplement(), { at: '2026-03-23 09:00' })
      .thenHappens({ type: 'SupplementReceived', data: late });
  });
});

describe('an extension', () => {
  it('names reason, apology and new date, counted from the date that held', () => {
    given(appraisal).when(extendDeadline()).thenHappens(deadlineExtended());
    expect(dossierOf(appraisal, deadlineExtended())).toMatchObject({
      stage: 'appraisal',
      stepDueAt: hanoi('2026-03-10 17:00'),
      acceptance: { dueAt: hanoi('2026-03-23 17:00'), appointedOn: '2026-03-23' },
    });
  });

  it('happens once in the life of a dossier, also when a supplement has swallowed it', () => {
    given(appraisal, deadlineExtended()).when(extendDeadline()).thenRefused('AlreadyExtended', {});
    given(appraisal, deadlineExtended(), supplementRequested(), supplementReceived())
      .when(extendDeadline())
      .thenRefused('AlreadyExtended', {});
  });

  it('is announced one day before the date at the latest, on a working day (Decree 61/2018 Art. 19(9))', () => {
    const lastMinute = hanoi('2026-03-13 23:59');
    given(appraisal)
      .when(extendDeadline(), { at: '2026-03-13 23:59' })
      .thenHappens(deadlineExtended({ extendedAt: lastMinute }));
    given(appraisal)
      .when(extendDeadline(), { at: '2026-03-14 00:00' })
      .thenRefused('ExtensionTooLate', { until: day('2026-03-13') });
  });

  it.each(['reason', 'apology'])('does not leave out the %s', (field) => {
    given(appraisal)
      .when(extendDeadline({ [field]: ' ' }))
      .thenRefused('TextMissing', { field });
  });

  it.each([0, -1, 1.5, 67, Number.NaN, Number.POSITIVE_INFINITY])('is not of %s days', (days) => {
    given(appraisal).when(extendDeadline({ days })).thenRefused('DaysNotAllowed', { min: 1, max: 66 });
  });

  it.each([
    [1, '2026-03-17'],
    [66, '2026-06-19'],
  ])('of %s working days ends on %s', (days, on) => {
    given(appraisal)
      .when(extendDeadline({ days }))
      .thenHappens(deadlineExtended({ days, to: hanoi(`${on} 17:00`), appointedOn: day(on) }));
  });

  it('gives a step that the old date had cut short the rest of its own time', () => {
    const late = completenessConfirmed({
      confirmedAt: hanoi('2026-03-12 09:00'),
      appraiseBy: hanoi('2026-03-16 17:00'),
    });
    const event = deadlineExtended({ stepDueAt: hanoi('2026-03-19 17:00') });
    given(standing.completeness, late).when(extendDeadline()).thenHappens(event);
    expect(dossierOf(standing.completeness, late, event)).toMatchObject({
      stepDueAt: hanoi('2026-03-19 17:00'),
    });
    const short = { days: 1, to: hanoi('2026-03-17 17:00'), appointedOn: day('2026-03-17') };
    given(standing.completeness, late)
      .when(extendDeadline({ days: 1 }))
      .thenHappens(deadlineExtended({ ...short, stepDueAt: short.to }));
  });

  it('is kept when a supplement only pauses the limit', () => {
    const { requestedAt, receivedAt } = { requestedAt: '2026-03-12 09:30', receivedAt: '2026-03-18 09:00' };
    given(appraisal, deadlineExtended(), supplementRequested({ requestedAt: hanoi(requestedAt) }))
      .when(receiveSupplement(), { procedure: resuming, at: receivedAt })
      .thenHappens({
        type: 'SupplementReceived',
        data: {
          ...resumed,
          receivedAt: hanoi(receivedAt),
          dueAt: hanoi('2026-03-27 17:00'),
          stepDueAt: hanoi('2026-03-25 17:00'),
        },
      });
  });
});

describe('the date of a dossier', () => {
  it.each([
    ['accepted', standing.completeness],
    ['supplemented', [...standing.supplement, supplementReceived()]],
    ['extended', [...appraisal, deadlineExtended()]],
    ['re-opened', [...appraisal, stopped(), reopened()]],
  ])('can be reckoned again from what is recorded, line by line: %s', (__, events) => {
    const { acceptance } = dossierOf(events);
    const explained = explainDeadline(vietnamCalendar, decisionQuestion(beekeeping(), acceptance!));
    const { dueAt, appointedOn } = acceptance!;
    expect(explained.deadline).toMatchObject({ dueAt, dueOn: appointedOn });
    expect(evaluate(explained)).toMatchObject({ state: 'ends', dueOn: appointedOn });
  });
});
