import { factsBefore, numberedAt } from '#libs/backbone/current-facts.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { FactTexts } from '#libs/procedures/prefill.js';
import type { ActivityDependencies } from './dependencies.js';
import { FormMissing } from './form-answers.js';
import { foundLicence } from './found-licence.js';

/**
 * What the licence says that an application is about, when the paper in which it ends gets its number. That paper states it, and not what the
 * applicant wrote of it.
 * @throws FormMissing where an application that made the licence what it is was erased
 */
export async function statedByLicence(
  dependencies: ActivityDependencies,
  read: ReadDossier,
  number: string,
): Promise<FactTexts> {
  const { about } = read.dossier;
  if (!about) throw new Error('A decision about a licence was numbered for no licence');
  const licence = await foundLicence(dependencies, about.licenceId);
  const { facts, isErased } = await factsBefore(dependencies, licence, numberedAt(read, number));
  if (isErased) throw new FormMissing(`An application about the licence ${about.licenceId} was erased`);
  return facts;
}
