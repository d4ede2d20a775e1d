import type { Actor, StoredEvent } from '#libs/event-store/commit.js';
import { type AgencyId, type LicenceId, licenceStream, type PersonId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import { decideLicence } from '#libs/licence/decide.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { LicenceEvent, LicenceEventType } from '#libs/licence/events.js';
import { licenceClaimsOf, licenceRegistersFor } from '#libs/licence/registers.js';
import { foldLicence, type LicenceState } from '#libs/licence/licence.js';
import type { ProcedureReference } from '#libs/procedures/procedure.js';
import type { TechnicalRefusal } from './answer.js';
import { calendarReference, type DossierRules, type RuleBooks } from './dossier-subject.js';
import { fromStored, toStored } from './stored-events.js';
import type { Subject } from './subject.js';

export type LicencePolicy = (actor: Actor, command: LicenceCommand, state: LicenceState) => boolean;
type LicenceSubject = Subject<LicenceId, LicenceState, LicenceCommand, DossierRules>;

const notes: readonly string[] = [
  'ObligationReminded',
  'RenewalReminded',
  'WorkReminded',
  'WorkEscalated',
  'DocumentSignatureAnswered',
] satisfies readonly LicenceEventType[];

/** A licence follows the version of the procedure under which it was issued. */
export function licenceSubject(books: RuleBooks, policy: LicencePolicy): LicenceSubject {
  return {
    stream: licenceStream,
    fold: (events) => foldLicence(events.map((event) => fromStored<LicenceEvent>(event))),
    begins: (command) => command.type === 'openLicence',
    permits: (actor, command, state) => policy(actor, command, state),
    rules: (state, command, now) => {
      const asked = command.type === 'openLicence' ? command.data.procedure : state?.procedure;
      const agency = command.type === 'openLicence' ? command.data.agency : state?.agency;
      return rulesOf(books, { reference: asked, agency }, now);
    },
    registers: (state, command, { rules, now }) =>
      licenceRegistersFor(command, state, { now, procedure: rules.procedure }),
    decide(state, command, { rules, now, actor, nextNumber }): readonly StoredEvent[] | AnyRefusal {
      const decision = decideLicence(command, state, {
        now,
        procedure: rules.procedure,
        calendar: rules.calendar,
        actor: actor.id as PersonId,
        nextNumber,
      });
      return 'refusal' in decision
        ? { ...decision, details: { ...decision.details } }
        : decision.map(toStored);
    },
    isNote: ({ type }) => notes.includes(type),
    claims: (event) => licenceClaimsOf(fromStored<LicenceEvent>(event)),
    stamp: ({ reference, calendar }) => ({ procedure: reference, calendar: calendarReference(calendar) }),
  };
}

function rulesOf(
  books: RuleBooks,
  {
    reference,
    agency,
  }: { readonly reference: ProcedureReference | undefined; readonly agency: AgencyId | undefined },
  on: string,
): DossierRules | TechnicalRefusal {
  const procedure = reference && books.procedures.find(reference);
  if (reference && procedure) {
    return { procedure, reference, calendar: books.calendarOf(agency ?? procedure.competentAgency) };
  }
  return { refusal: 'ProcedureNotInForce', details: { procedure: reference?.id ?? '', on } };
}
