import { buildCalendar, type Calendar, type Holiday, vietnamCalendar } from '#libs/calendar/calendar.js';
import { vietnamEdition } from '#libs/calendar/editions/vietnam.js';
import { type Decision, decideDossier } from '#libs/dossier/decide.js';
import { foldDossier } from '#libs/dossier/dossier.js';
import type { DossierEvent, DossierEvents } from '#libs/dossier/events.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { day, hanoi, system } from './beekeepers.js';
import { beekeeping } from './beekeeping.js';
import { procedureReference } from './beekeeping-events.js';

const source = { source: 'Công điện của tỉnh', certainty: 'verified' } as const;
const closed = (on: string): Holiday => ({
  on: day(on),
  name: { vi: 'Nghỉ bão', en: 'Closed for the storm' },
  kind: 'closure',
  ...source,
});

/** On Wednesday 4 March 2026 nobody works; it is announced on that day. */
export const stormCalendar: Calendar = buildCalendar({
  ...vietnamEdition,
  version: '2026.3',
  replaces: '2026.2',
  holidays: [...vietnamEdition.holidays, closed('2026-03-04')],
});

interface Announced {
  readonly calendar?: Calendar;
  readonly edition?: { readonly id: string; readonly version: string };
  readonly procedure?: Procedure;
  readonly at?: Instant;
}

/** What becomes of a dossier when the dates are reckoned anew. */
export function movedBy(events: readonly DossierEvent[], announced: Announced = {}): Decision {
  const {
    calendar = stormCalendar,
    procedure = beekeeping(),
    at: now = hanoi('2026-03-04 08:00'),
  } = announced;
  const { id, version } = calendar;
  const { edition = { id, version } } = announced;
  return decideDossier({ type: 'moveDeadlines', data: { edition } }, foldDossier(events), {
    now,
    actor: system,
    procedure,
    procedureReference,
    calendar,
    demonstration: false,
    nextNumber: {},
  });
}

/** The dates as another edition had put them. */
export function deadlinesMoved(...moves: DossierEvents['DeadlinesMoved']['moves']): DossierEvent {
  const { id, version } = vietnamCalendar;
  const edition = { id, version };
  return { type: 'DeadlinesMoved', data: { edition, movedAt: hanoi('2026-03-04 08:00'), moves, told: [] } };
}
