import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import type { ClosedStage } from '../state.js';

/**
 * What was answered is erased once no paper can need it any more: the dossier is closed, and a licence that it made or changed has ended,
 * with every document about it brought out.
 */
export function eraseForm(
  { ground }: DossierCommands['eraseForm'],
  { licence, formErasedAt }: ClosedStage,
  { now, licenceInNeed }: Circumstances,
): Decision {
  if (formErasedAt !== undefined) return [];
  if (licence && !licence.entered) return refuse('LicenceNotYetEntered', { text: licence.number.text });
  if (licenceInNeed) return refuse('LicenceNeedsForm', licenceInNeed);
  return [{ type: 'FormErased', data: { ground, erasedAt: now } }];
}
