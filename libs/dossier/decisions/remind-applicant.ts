import { agendaOf } from '../agenda.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { HandoverStage, SupplementStage } from '../state.js';

/** The applicant is reminded to answer, or to collect the result, as often as the procedure says. */
export function remindApplicant(
  data: DossierCommands['remindApplicant'],
  dossier: SupplementStage | HandoverStage,
  { procedure, calendar, now }: Circumstances,
): Decision {
  const owed = agendaOf(dossier, procedure, calendar).find(({ action }) => action === 'remindApplicant');
  const command = owed?.command;
  const same =
    command?.type === 'remindApplicant' &&
    command.data.about === data.about &&
    command.data.count === data.count;
  if (!owed || !same) return refuse('AlreadyDone', {});
  if (now < owed.at) return refuse('NotYetDue', { at: owed.at });
  return [{ type: 'ApplicantReminded', data }];
}
