import type { Actor, StoredEvent } from '#libs/event-store/commit.js';
import { type LicenceId, licenceStream } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import { decideLicence } from '#libs/licence/decide.js';
import type { LicenceCommand, LicenceEvent } from '#libs/licence/events.js';
import { foldLicence, type LicenceState } from '#libs/licence/licence.js';
import type { ProcedureReference } from '#libs/procedures/procedure.js';
import type { TechnicalRefusal } from './answer.js';
import type { DossierRules, RuleBooks } from './dossier-subject.js';
import { fromStored, toStored } from './stored-events.js';
import type { Subject } from './subject.js';

export type LicencePolicy = (actor: Actor, command: LicenceCommand) => boolean;
type LicenceSubject = Subject<LicenceId, LicenceState, LicenceCommand, DossierRules>;

/** A licence follows the version of the procedure under which it was issued. */
export function licenceSubject(books: RuleBooks, policy: LicencePolicy): LicenceSubject {
  return {
    stream: licenceStream,
    fold: (events) => foldLicence(events.map((event) => fromStored<LicenceEvent>(event))),
    begins: (command) => command.type === 'openLicence',
    permits: (actor, command) => policy(actor, command),
    rules: (state, command, now) => {
      const asked = command.type === 'openLicence' ? command.data.procedure : state?.procedure;
      return rulesOf(books, asked, now);
    },
    registers: () => [],
    decide(state, command, { rules, now }): readonly StoredEvent[] | AnyRefusal {
      const decision = decideLicence(command, state, {
        now,
        procedure: rules.procedure,
        calendar: books.calendar,
      });
      return 'refusal' in decision
        ? { ...decision, details: { ...decision.details } }
        : decision.map(toStored);
    },
    isNote: () => false,
    claims: () => [],
    stamp: (rules) => ({ procedure: rules.reference, calendar: books.calendarReference }),
  };
}

function rulesOf(
  books: RuleBooks,
  reference: ProcedureReference | undefined,
  on: string,
): DossierRules | TechnicalRefusal {
  const procedure = reference && books.procedures.find(reference);
  if (reference && procedure) return { procedure, reference };
  return { refusal: 'ProcedureNotInForce', details: { procedure: reference?.id ?? '', on } };
}
