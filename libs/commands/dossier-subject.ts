import type { Calendar } from '#libs/calendar/calendar.js';
import type { CalendarBook } from '#libs/calendar/calendar-book.js';
import type { Actor, RuleReference } from '#libs/event-store/commit.js';
import type { Circumstances } from '#libs/dossier/circumstances.js';
import type { DossierCommand } from '#libs/dossier/commands.js';
import { decideDossier } from '#libs/dossier/decide.js';
import { isNote } from '#libs/dossier/notes.js';
import { foldDossier } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import { claimsOf, registersFor } from '#libs/dossier/registers.js';
import type { DossierState } from '#libs/dossier/state.js';
import { type AgencyId, type DossierId, dossierStream, type PersonId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import { type Instant, localDateOf } from '#libs/kernel/time.js';
import type { Licence } from '#libs/licence/licence.js';
import type { ProcedureBook } from '#libs/procedures/book.js';
import type { Procedure, ProcedureReference } from '#libs/procedures/procedure.js';
import type { StoredEvent } from '#libs/event-store/commit.js';
import { type FindLicence, licenceOf, licencePart, objectionOfLicence } from './about-licence.js';
import type { TechnicalRefusal } from './answer.js';
import { fromStored, toStored } from './stored-events.js';
import type { Given, Subject } from './subject.js';

export interface DossierRules {
  readonly procedure: Procedure;
  readonly reference: ProcedureReference;
  /** The edition that the agency keeps now: decided by and stamped alike. */
  readonly calendar: Calendar;
  /** The licence a dossier is about, as it stands now. */
  readonly licence?: Licence;
}

export interface RuleBooks {
  readonly procedures: ProcedureBook;
  readonly calendars: CalendarBook;
  /** The edition that an agency keeps now. */
  readonly calendarOf: (agency: AgencyId) => Calendar;
  /** The edition that a commit names; the country's where it is not known. */
  readonly calendarBy: (reference: RuleReference | undefined) => Calendar;
  /** Provisional figures may only decide in a demonstration. */
  readonly demonstration: boolean;
}

export type DossierPolicy = (actor: Actor, command: DossierCommand, dossier: DossierState) => boolean;
type DossierSubject = Subject<DossierId, DossierState, DossierCommand, DossierRules>;

/** A dossier as the executor sees it: its procedure is the version in force on the day of receipt, pinned from then on. */
export function dossierSubject(
  books: RuleBooks,
  policy: DossierPolicy,
  findLicence: FindLicence,
): DossierSubject {
  const circumstances = (given: Given<DossierRules>) => ({
    now: given.now,
    actor: given.actor.id as PersonId,
    procedure: given.rules.procedure,
    procedureReference: given.rules.reference,
    calendar: given.rules.calendar,
    demonstration: books.demonstration,
    nextNumber: given.nextNumber,
    ...licencePart(given.rules),
  });
  return {
    stream: dossierStream,
    fold: (events) => foldDossier(events.map((event) => fromStored<DossierEvent>(event))),
    begins: (command) => command.type === 'submitDossier',
    permits: policy,
    rules: async (state, command, now) => {
      const rules = rulesFor(books, state, { command, now });
      return 'refusal' in rules ? rules : { ...rules, ...(await licenceOf(state, command, findLicence)) };
    },
    registers: (state, command, given) =>
      registersFor(command, state, circumstances({ ...given, actor: NOBODY, nextNumber: {} })),
    decide(state, command, given): readonly StoredEvent[] | AnyRefusal {
      const decision = decideDossier(command, state, {
        ...circumstances(given),
        ...alternativesTo(command, given, books),
      });
      if ('refusal' in decision) return { ...decision, details: { ...decision.details } };
      return objectionOfLicence(books, { state, command }, given) ?? decision.map(toStored);
    },
    isNote: ({ type }) => isNote(type),
    claims: (event) => claimsOf(fromStored<DossierEvent>(event)),
    stamp: ({ reference, calendar }) => ({ procedure: reference, calendar: calendarReference(calendar) }),
  };
}

/** Offered today by the same form: whoever filed by the wrong procedure is told the right one. */
function alternativesTo(
  { type }: DossierCommand,
  { rules, now }: Given<DossierRules>,
  { procedures }: Pick<RuleBooks, 'procedures'>,
): Pick<Circumstances, 'alternatives'> {
  if (type !== 'submitDossier') return {};
  const { form } = rules.procedure;
  return { alternatives: procedures.allOn(localDateOf(now)).filter((one) => one.form.id === form.id) };
}

/** Registers depend on the agency, the day and the procedure, never on who asks. */
const NOBODY: Actor = { id: '', roles: [] };

/** How a commit names the edition by which its dates were reckoned. */
export function calendarReference({ id, version, hash = '' }: Calendar): RuleReference {
  return { id, version, hash };
}

function rulesFor(
  { procedures, calendarOf }: RuleBooks,
  state: DossierState,
  { command, now }: { readonly command: DossierCommand; readonly now: Instant },
): DossierRules | TechnicalRefusal {
  if (!state) return rulesForNew(command, now, { procedures, calendarOf });
  const { procedure: reference, agency } = state;
  const procedure = procedures.find(reference);
  if (procedure) return { procedure, reference, calendar: calendarOf(agency) };
  return notInForce(reference.id, now);
}

function rulesForNew(
  command: DossierCommand,
  now: Instant,
  { procedures, calendarOf }: Pick<RuleBooks, 'procedures' | 'calendarOf'>,
): DossierRules | TechnicalRefusal {
  const asked = command.type === 'submitDossier' ? command.data.procedureId : '';
  const procedure = procedures.on(asked, localDateOf(now));
  if (!procedure) return notInForce(asked, now);
  const calendar = calendarOf(procedure.competentAgency);
  return { procedure, reference: procedures.reference(procedure), calendar };
}

function notInForce(procedure: string, now: Instant): TechnicalRefusal {
  return { refusal: 'ProcedureNotInForce', details: { procedure, on: localDateOf(now) } };
}
