import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import { licenceResultOf } from '../result.js';
import type { ClosedStage, HandoverStage } from '../state.js';

/**
 * The licence has its place in the register and a life of its own, be its result handed over already or not; or it ended, or reached what
 * the law allows, before it could be changed, and nothing more is to be entered.
 */
export function enterLicence(
  { licenceId, dropped: refusal }: DossierCommands['enterLicence'],
  dossier: HandoverStage | ClosedStage,
): Decision {
  const result = licenceResultOf(dossier);
  if (!result) return refuse('NoLicenceToEnter', {});
  if (result.entered) return refuse('LicenceAlreadyEntered', {});
  if (result.number.licenceId !== licenceId) {
    return refuse('OtherLicence', { licenceId: result.number.licenceId });
  }
  if (refusal !== undefined) return [{ type: 'LicenceEntryDropped', data: { licenceId, refusal } }];
  return [{ type: 'LicenceEntered', data: { licenceId } }];
}
