import type { RuleBooks } from '#libs/commands/dossier-subject.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { BEGIN_YEAR } from './act.js';
import type { LifeRules } from './life.js';

/** The newest procedure under which a licence with duties can be issued when the simulation begins. */
export function simulatedRules({
  books: { procedures, calendarOf },
}: {
  readonly books: Pick<RuleBooks, 'procedures' | 'calendarOf'>;
}): LifeRules {
  const begin = `${BEGIN_YEAR}-01-01` as LocalDate;
  const procedure = procedures
    .list()
    .filter(
      ({ id, licence }) => procedures.on(id, begin) && licence.supervision && licence.obligations.length > 0,
    )
    .at(0);
  const inForce = procedure && procedures.on(procedure.id, begin);
  if (!inForce) throw new Error('No procedure in force issues a licence whose holder owes anything');
  const calendar = calendarOf(inForce.competentAgency);
  return { procedure: inForce, reference: procedures.reference(inForce), calendar };
}
