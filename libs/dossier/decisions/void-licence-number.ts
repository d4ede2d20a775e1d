import type { DossierCommands } from '../commands.js';
import type { DossierEvent } from '../events.js';
import { paperNumberOf } from '../paper-number.js';
import { type Decision, refuse } from '../refusals.js';
import type { CertificateStage } from '../state.js';
import { objectionToBlank } from './work.js';

/** A number given by mistake stays used, with the reason in the register; another may then be given. */
export function voidLicenceNumber(
  { reason }: DossierCommands['voidLicenceNumber'],
  dossier: CertificateStage,
): Decision {
  const voided = numberVoided(dossier, reason);
  if (!voided) return refuse('NumberNotAllocated', {});
  return objectionToBlank({ reason }) ?? [voided];
}

/** The yearly registers explain every number: one that was given is never given again. Undefined where none was given. */
export function numberVoided(dossier: CertificateStage, reason: string): DossierEvent | undefined {
  const paper = paperNumberOf(dossier);
  if (!paper) return undefined;
  const { number, year, text } = paper;
  const type = dossier.letter ? 'LetterNumberVoided' : 'LicenceNumberVoided';
  return { type, data: { number, year, text, reason } };
}
