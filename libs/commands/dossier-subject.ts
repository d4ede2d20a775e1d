import type { Calendar } from '#libs/calendar/calendar.js';
import type { Actor, RuleReference } from '#libs/event-store/commit.js';
import type { DossierCommand } from '#libs/dossier/commands.js';
import { decideDossier } from '#libs/dossier/decide.js';
import { isNote } from '#libs/dossier/notes.js';
import { foldDossier } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import { claimsOf, registersFor } from '#libs/dossier/registers.js';
import type { DossierState } from '#libs/dossier/state.js';
import { type DossierId, dossierStream, type PersonId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import { type Instant, localDateOf } from '#libs/kernel/time.js';
import type { ProcedureBook } from '#libs/procedures/book.js';
import type { Procedure, ProcedureReference } from '#libs/procedures/procedure.js';
import type { StoredEvent } from '#libs/event-store/commit.js';
import type { TechnicalRefusal } from './answer.js';
import { fromStored, toStored } from './stored-events.js';
import type { Given, Subject } from './subject.js';

export interface DossierRules {
  readonly procedure: Procedure;
  readonly reference: ProcedureReference;
}

export interface RuleBooks {
  readonly procedures: ProcedureBook;
  readonly calendar: Calendar;
  readonly calendarReference: RuleReference;
  /** Provisional figures may only decide in a demonstration. */
  readonly demonstration: boolean;
}

export type DossierPolicy = (actor: Actor, command: DossierCommand, dossier: DossierState) => boolean;
type DossierSubject = Subject<DossierId, DossierState, DossierCommand, DossierRules>;

/** A dossier as the executor sees it: its procedure is the version in force on the day of receipt, pinned from then on. */
export function dossierSubject(books: RuleBooks, policy: DossierPolicy): DossierSubject {
  const circumstances = (given: Given<DossierRules>) => ({
    now: given.now,
    actor: given.actor.id as PersonId,
    procedure: given.rules.procedure,
    procedureReference: given.rules.reference,
    calendar: books.calendar,
    demonstration: books.demonstration,
    nextNumber: given.nextNumber,
  });
  return {
    stream: dossierStream,
    fold: (events) => foldDossier(events.map((event) => fromStored<DossierEvent>(event))),
    begins: (command) => command.type === 'submitDossier',
    permits: policy,
    rules: (state, command, now) => rulesFor(books.procedures, state, { command, now }),
    registers: (state, command, given) =>
      registersFor(command, state, circumstances({ ...given, actor: NOBODY, nextNumber: {} })),
    decide(state, command, given): readonly StoredEvent[] | AnyRefusal {
      const decision = decideDossier(command, state, circumstances(given));
      return 'refusal' in decision
        ? { ...decision, details: { ...decision.details } }
        : decision.map(toStored);
    },
    isNote: ({ type }) => isNote(type),
    claims: (event) => claimsOf(fromStored<DossierEvent>(event)),
    stamp: (rules) => ({ procedure: rules.reference, calendar: books.calendarReference }),
  };
}

/** Registers depend on the agency, the day and the procedure, never on who asks. */
const NOBODY: Actor = { id: '', roles: [] };

function rulesFor(
  procedures: ProcedureBook,
  state: DossierState,
  { command, now }: { readonly command: DossierCommand; readonly now: Instant },
): DossierRules | TechnicalRefusal {
  const asked = command.type === 'submitDossier' ? command.data.procedureId : '';
  const on = localDateOf(now);
  const procedure = state ? procedures.find(state.procedure) : procedures.on(asked, on);
  if (procedure) return { procedure, reference: state?.procedure ?? procedures.reference(procedure) };
  return { refusal: 'ProcedureNotInForce', details: { procedure: state?.procedure.id ?? asked, on } };
}
