import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { AgencyId, Digest } from '#libs/kernel/ids.js';
import { type Instant, type LocalDate, startOfDay } from '#libs/kernel/time.js';
import type { SendingWay, SummaryAddressee } from './addressees.js';
import type { SummaryCommand, SummaryCommands } from './commands.js';
import { decideSummary, type SummaryCircumstances } from './decide.js';
import type { SummaryEvent } from './events.js';
import { findPeriod } from './period.js';
import type { SummaryDecision } from './refusals.js';
import { awaitingOf, foldSendings, type Sendings, standingOf } from './sending.js';

const day = (text: string) => text as LocalDate;
const file = 'f'.repeat(64) as Digest;
const about = { agency: 'H99.10' as AgencyId, period: '2026-H1', addressee: 'ministry' } as const;
const withoutFile: SummaryCommands['recordSummarySent'] = {
  ...about,
  sentOn: day('2026-07-20'),
  way: 'documentSystem',
  reference: '45/BC-SVHTTDL',
  position: 70,
};
const letter = { ...withoutFile, file };
/** A week after it was sent; the log went on after the position, and after the period. */
const circumstances: SummaryCircumstances = {
  now: '2026-07-27T03:00:00.000Z' as Instant,
  place: { asOfOn: day('2026-07-19'), nextOn: day('2026-07-21') },
};
const clause = 'Thông tư 09/2014/TT-BTTTT, Điều 9 khoản 5';
const sent = (changes: Partial<typeof letter> = {}, late = false): SummaryEvent => ({
  type: 'SummarySent',
  data: { ...letter, ...changes, file, dueOn: day('2026-07-30'), late, clause },
});

function recording(
  changes: Partial<typeof letter> = {},
  given: SummaryCircumstances = circumstances,
  past: readonly SummaryEvent[] = [],
): SummaryDecision {
  const data = { ...letter, ...changes };
  return decideSummary({ type: 'recordSummarySent', data }, foldSendings(past), given);
}

function withdrawing(changes: object, past: readonly SummaryEvent[]): SummaryDecision {
  const data = { ...about, reason: 'Ghi nhầm ngày gửi.', ...changes };
  return decideSummary({ type: 'withdrawSummarySending', data }, foldSendings(past), circumstances);
}

const at = (now: string, place: SummaryCircumstances['place'] = circumstances.place) =>
  ({ now: startOfDay(day(now)), ...(place && { place }) }) as const;
const unplaced = { now: circumstances.now };
const drawnNowhere = decideSummary({ type: 'recordSummarySent', data: withoutFile }, [], circumstances);

describe('that a summary was sent', () => {
  it('is recorded with its letter, its file, its last day and the clause', () => {
    expect(recording()).toStrictEqual([sent()]);
  });

  it('is recorded also when it was late, and says so from the day after the last one', () => {
    const now = at('2026-08-09');
    expect(recording({ sentOn: day('2026-07-30') }, now)).toMatchObject([{ data: { late: false } }]);
    expect(recording({ sentOn: day('2026-07-31') }, now)).toMatchObject([{ data: { late: true } }]);
  });

  it('is recorded for each of those it is owed to', () => {
    const again = recording({ addressee: 'peoplesCommittee' }, circumstances, [sent()]);
    expect(again).toStrictEqual([sent({ addressee: 'peoplesCommittee' })]);
  });

  it('is recorded in an office where nothing happened since the period’s last days', () => {
    expect(recording({}, at('2026-07-27', { asOfOn: day('2026-06-11') }))).toStrictEqual([sent()]);
  });

  // In the order in which a person would object; the rows above the position are wrong in more than they are refused for.
  const nowhere = { position: 9_999 };
  it.each([
    [recording({ period: '2026-H3' }), 'SummaryPeriodUnknown', { period: '2026-H3' }],
    [
      recording({ sentOn: day('2026-06-01') }, at('2026-06-30')),
      'SummaryPeriodNotOver',
      { period: '2026-H1', toOn: '2026-06-30' },
    ],
    [
      recording({ sentOn: day('2026-07-28') }, circumstances, [sent()]),
      'DateAhead',
      { date: '2026-07-28', today: '2026-07-27' },
    ],
    [
      recording({ sentOn: day('2026-06-30') }, circumstances, [sent()]),
      'SentBeforePeriodEnded',
      { sentOn: '2026-06-30', toOn: '2026-06-30' },
    ],
    [
      recording({ reference: ' ' }, unplaced, [sent()]),
      'SummaryAlreadySent',
      { addressee: 'ministry', sentOn: '2026-07-20', reference: '45/BC-SVHTTDL' },
    ],
    [recording({ reference: ' ' }, unplaced), 'TextMissing', { field: 'reference' }],
    [recording(nowhere, unplaced), 'SummaryPositionUnknown', nowhere],
    [
      recording({}, at('2026-07-27', { asOfOn: day('2026-06-30'), nextOn: day('2026-06-30') })),
      'SummaryOfPartOfPeriod',
      { position: 70, toOn: '2026-06-30' },
    ],
    [
      recording({ sentOn: day('2026-07-18') }),
      'SummaryOfLaterDay',
      { asOfOn: '2026-07-19', sentOn: '2026-07-18' },
    ],
    [drawnNowhere, 'SummaryNeverDrawn', { position: 70 }],
  ])('is refused: %#', (decision, refusal, details) => {
    expect(decision).toStrictEqual({ refusal, details });
  });
});

describe('a sending that was recorded by mistake', () => {
  it('is taken back with a reason, and recorded anew', () => {
    const [withdrawn] = withdrawing({}, [sent()]) as readonly SummaryEvent[];
    const { sentOn, reference } = letter;
    const data = { ...about, sentOn, reference, reason: 'Ghi nhầm ngày gửi.' };
    expect(withdrawn).toStrictEqual({ type: 'SummarySendingWithdrawn', data });
    const past = [sent(), withdrawn as SummaryEvent];
    expect(foldSendings(past)).toStrictEqual([]);
    expect(recording({}, circumstances, past)).toStrictEqual([sent()]);
    const other = sent({ addressee: 'peoplesCommittee' });
    expect(foldSendings([sent(), other, withdrawn as SummaryEvent])).toStrictEqual([other.data]);
  });

  it.each([
    [withdrawing({ period: '2026-H3' }, [sent()]), 'SummaryPeriodUnknown', { period: '2026-H3' }],
    [withdrawing({}, []), 'SummaryNotSent', { addressee: 'ministry' }],
    [
      withdrawing({ addressee: 'peoplesCommittee' }, [sent()]),
      'SummaryNotSent',
      { addressee: 'peoplesCommittee' },
    ],
    [withdrawing({ reason: '\n' }, [sent()]), 'TextMissing', { field: 'reason' }],
  ])('is refused: %#', (decision, refusal, details) => {
    expect(decision).toStrictEqual({ refusal, details });
  });
});

describe('how far the sending of a summary has come', () => {
  const half = findPeriod('2026-H1')!;
  const both = (late: boolean) => [sent({}, late), sent({ addressee: 'peoplesCommittee' })];
  it.each([
    ['2026-06-30', [], 'running'],
    ['2026-07-01', [], 'awaited'],
    ['2026-07-30', [sent()], 'awaited'],
    ['2026-07-31', [sent()], 'late'],
    ['2026-07-31', both(false), 'sent'],
    ['2026-07-31', both(true), 'sentLate'],
  ])('on %s', (today, past, expected) => {
    expect(standingOf(half, foldSendings(past), day(today))).toBe(expected);
  });
});

const addressees = fc.constantFrom<SummaryAddressee>('ministry', 'peoplesCommittee');
const days = fc.integer({ min: 0, max: 120 }).map((n) => new Date(Date.UTC(2026, 5, 1 + n)));
const localDay = (date: Date) => day(date.toISOString().slice(0, 10));
const commands: fc.Arbitrary<SummaryCommand> = fc.oneof(
  fc
    .record({
      addressee: addressees,
      sentOn: days.map(localDay),
      way: fc.constantFrom<SendingWay>('post', 'email'),
      reference: fc.constantFrom('', '1/BC'),
      period: fc.constantFrom('2026-H1', '2026', 'soon'),
    })
    .map((said) => ({ type: 'recordSummarySent', data: { ...letter, ...said } }) as const),
  fc
    .record({ addressee: addressees, reason: fc.constantFrom('', 'Nhầm.') })
    .map((said) => ({ type: 'withdrawSummarySending', data: { ...about, ...said } }) as const),
);

describe('whatever is said about a summary, in whatever order', () => {
  it('there is never more than one sending to one addressee, none from within the period, and saying it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ command: commands, today: days }), { maxLength: 30 }), (said) => {
        let sendings: Sendings = [];
        let past: readonly SummaryEvent[] = [];
        for (const { command, today } of said) {
          const given = { ...circumstances, now: startOfDay(localDay(today)) };
          const decision = decideSummary(command, sendings, given);
          if ('refusal' in decision) continue;
          past = [...past, ...decision];
          sendings = foldSendings(past);
          expect('refusal' in decideSummary(command, sendings, given)).toBe(true);
          const reached = sendings.map(({ addressee }) => addressee);
          expect(new Set(reached).size).toBe(reached.length);
          expect(reached.length + awaitingOf({ kind: 'firstHalf' }, sendings).length).toBe(2);
          expect(sendings.every(({ sentOn, late, dueOn }) => late === sentOn > dueOn)).toBe(true);
        }
      }),
    );
  });
});
