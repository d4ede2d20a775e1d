import type { ReadDossier } from '#libs/commands/subject-reader.js';
import { verificationCodeOf } from '#libs/evidence/verification-code.js';
import type { ActivityDependencies } from './dependencies.js';

/** Where anybody checks a letter or decision that a dossier ends in: by a code of its own. */
export function letterUrl(
  { verificationUrl }: Pick<ActivityDependencies, 'verificationUrl'>,
  { dossier }: Pick<ReadDossier, 'dossier'>,
  letter: string,
): string {
  return `${verificationUrl}/${verificationCodeOf(dossier.id, letter)}`;
}
