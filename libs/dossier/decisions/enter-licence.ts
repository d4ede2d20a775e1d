import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { HandoverStage } from '../state.js';

/** The licence has its place in the register and a life of its own. */
export function enterLicence(
  { licenceId }: DossierCommands['enterLicence'],
  { result }: HandoverStage,
): Decision {
  if (result.kind !== 'licence') return refuse('NoLicenceToEnter', {});
  if (result.entered) return refuse('LicenceAlreadyEntered', {});
  return [{ type: 'LicenceEntered', data: { licenceId } }];
}
