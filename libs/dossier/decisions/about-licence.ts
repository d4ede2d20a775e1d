import { type AskedChange, isAboutLicence } from '#libs/procedures/result.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import type { LicenceReference } from '../events.js';
import { type DossierRefusal, refuse } from '../refusals.js';

type Naming = Pick<DossierCommands['submitDossier'], 'licenceId' | 'applicant'>;

/**
 * A licence is named where the procedure changes one, and only by its holder. Whoever is not told nothing of it: a foreign licence and one
 * that does not exist are refused alike.
 */
export function objectionToNaming(
  { licenceId, applicant }: Naming,
  { procedure, licence }: Pick<Circumstances, 'procedure' | 'licence'>,
): DossierRefusal | undefined {
  if (!isAboutLicence(procedure)) {
    return licenceId === undefined ? undefined : refuse('LicenceNotExpected', {});
  }
  if (licenceId === undefined) return refuse('LicenceNotNamed', {});
  return licence?.holder === applicant ? undefined : refuse('NotHolderOfLicence', { licenceId });
}

/** The licence as the dossier pins it, and what is asked of it. */
export function namedLicence(
  { asked }: Pick<DossierCommands['submitDossier'], 'asked'>,
  { licence }: Pick<Circumstances, 'licence'>,
): { readonly about?: LicenceReference; readonly asked?: AskedChange } {
  if (!licence) return {};
  const { licenceId, text, issuedOn } = licence;
  return { about: { licenceId, text, issuedOn }, ...(asked === undefined ? {} : { asked }) };
}
