import type { NumberedPaper } from './commands.js';
import { type DossierRefusal, refuse } from './refusals.js';
import type { CertificateStage, LetterNumber, LicenceNumber } from './state.js';

/** The number that the paper of this dossier bears: that of a licence, of a decision about one, or of a letter of denial. */
export function paperNumberOf({
  number,
  letter,
}: CertificateStage): LicenceNumber | LetterNumber | undefined {
  return number ?? letter;
}

/** A paper that was drawn, or laid before somebody, for another number than the one that stands is of no use any more. */
export function objectionToPaper(
  { licenceId, text }: { readonly [Key in keyof Required<NumberedPaper>]: NumberedPaper[Key] | undefined },
  { number, letter }: CertificateStage,
): DossierRefusal | undefined {
  if (letter) return letter.text === text ? undefined : refuse('NumberNotAllocated', {});
  if (!number) return refuse('NumberNotAllocated', {});
  const isOther = number.licenceId !== licenceId || (text !== undefined && number.text !== text);
  return isOther ? refuse('OtherLicence', { licenceId: number.licenceId }) : undefined;
}
