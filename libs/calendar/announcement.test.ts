import { describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import { announcedCalendars } from './announced.js';
import { type AnnouncementEvent, decideAnnouncement } from './announcement.js';
import { CalendarBook } from './calendar-book.js';
import { buildCalendar, type CalendarEdition } from './calendar.js';
import { deadlineOf } from './deadline.js';
import { giaLaiEdition } from './editions/gia-lai.js';
import { vietnamEdition } from './editions/vietnam.js';

const at = (text: string): Instant => new Date(`${text}+07:00`).toISOString() as Instant;
const now = at('2026-11-16T08:00');
const known = [{ version: '2026.2', hash: 'old' }];
const circumstances = { now, known, inForce: '2026.2' };

/** The whole country stays at home on one more day. */
function closedOn(on: string, edition: Partial<CalendarEdition> = {}): CalendarEdition {
  const name = { vi: 'Nghỉ bão', en: 'Closed for the storm' };
  const source = { source: 'Công điện của Thủ tướng', certainty: 'verified' } as const;
  const closure = { on: on as LocalDate, name, kind: 'closure', ...source } as const;
  const holidays = [...vietnamEdition.holidays, closure];
  return { ...vietnamEdition, version: '2026.3', replaces: '2026.2', holidays, ...edition };
}

function announce(edition: CalendarEdition, hash = 'new', given = circumstances) {
  return decideAnnouncement({ type: 'announceEdition', data: { edition, hash } }, given);
}

describe('an edition that is announced', () => {
  it('takes force when every process has heard of it', () => {
    const edition = closedOn('2026-11-20');
    expect(announce(edition)).toStrictEqual([
      {
        type: 'CalendarEditionAnnounced',
        data: { edition, hash: 'new', inForceFrom: '2026-11-16T01:00:05.000Z' },
      },
    ]);
  });

  it('changes nothing when it is in force already', () =>
    expect(announce(vietnamEdition, 'old')).toStrictEqual([]));

  it('is put in force again by its name alone', () => {
    const both = [...known, { version: '2026.3', hash: 'new' }];
    expect(announce(vietnamEdition, 'old', { now, known: both, inForce: '2026.3' })).toMatchObject([
      { type: 'CalendarEditionRestored', data: { id: 'vietnam', version: '2026.2', hash: 'old' } },
    ]);
  });

  it.each([
    [
      'faulty',
      { ...vietnamEdition, version: '' },
      { refusal: 'EditionFaulty', details: { faults: [{ path: 'version' }] } },
    ],
    ['changed under its old name', vietnamEdition, { refusal: 'EditionVersionTaken' }],
    [
      'made for another past',
      closedOn('2026-11-20', { replaces: '2026.1' }),
      { refusal: 'EditionReplacesAnother', details: { replaces: '2026.1', inForce: '2026.2' } },
    ],
    [
      "suddenly an agency's",
      closedOn('2026-11-20', { agency: 'H21' }),
      { refusal: 'EditionOfAnotherAgency', details: { agency: 'H21', expected: null } },
    ],
  ])('is refused when %s', (_, edition, refusal) => expect(announce(edition)).toMatchObject(refusal));
});

describe('the book of calendars', () => {
  const shipped = [vietnamEdition, giaLaiEdition].map((edition) =>
    buildCalendar({ ...edition, hash: 'old' }),
  );
  const storm = (on: string, from: string): AnnouncementEvent => ({
    type: 'CalendarEditionAnnounced',
    data: { edition: closedOn(on), hash: 'new', inForceFrom: at(from) },
  });
  const back: AnnouncementEvent = {
    type: 'CalendarEditionRestored',
    data: { id: 'vietnam', version: '2026.2', hash: 'old', inForceFrom: at('2026-11-18T08:00') },
  };
  const book = new CalendarBook(shipped);
  book.learn(announcedCalendars([storm('2026-11-20', '2026-11-17T08:00'), back], book));

  it.each([
    ['2026-11-17T07:59', '2026.2', '2026-12-01'],
    ['2026-11-17T08:00', '2026.3', '2026-12-02'],
    ['2026-11-18T08:00', '2026.2', '2026-12-01'],
  ])('has at %s edition %s in force, by which ten days end on %s', (instant, version, dueOn) => {
    const calendar = book.inForce(undefined, at(instant));
    expect(calendar.version).toBe(version);
    const question = { startedAt: now, limit: { amount: 10, unit: 'workingDays' }, pauses: [] } as const;
    expect(deadlineOf(calendar, question)).toMatchObject({ dueOn });
  });

  it('lets a province keep its own, and everybody else the country’s', () => {
    const during = at('2026-11-17T12:00');
    expect(book.inForce('H21.12', during)).toMatchObject({ id: 'gia-lai', version: '2026.2' });
    expect(book.inForce('H99', during)).toMatchObject({ id: 'vietnam', version: '2026.3' });
  });

  it('still finds an edition that is no longer in force', () =>
    expect(book.find({ id: 'vietnam', version: '2026.3' })?.hash).toBe('new'));

  it('makes the tables of an edition once, however often it looks', () => {
    const [again] = announcedCalendars([storm('2026-11-20', '2026-11-17T08:00')], book);
    expect(again?.calendar).toBe(book.find({ id: 'vietnam', version: '2026.3' }));
  });
});
