import { factsBefore } from '#libs/backbone/current-facts.js';
import type { Backbone } from '#libs/backbone/backbone.js';
import type { ReadLicence } from '#libs/commands/subject-reader.js';
import type { Dossier } from '#libs/dossier/state.js';
import { keptAnswers } from '#libs/procedures/kept-answers.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { applicantOf } from '../records/applicant.js';
import { ERASED, type Shown } from './shown.js';

/** The applicant, as named on what was given out when the dossier stood so. */
export async function applicantOn(
  backbone: Backbone,
  { form, applicant }: Pick<Dossier, 'form' | 'applicant'>,
  procedure: Procedure,
): Promise<Shown> {
  const answers = await keptAnswers(backbone.blobs, form);
  if (answers === undefined) return ERASED;
  const person = await backbone.people.find(applicant);
  return applicantOf({ procedure }, answers, person?.name ?? applicant).name;
}

/** The holder, as named on a document that went out with the commit at this position: by what the licence said before. */
export async function holderOn(backbone: Backbone, read: ReadLicence, position: number): Promise<Shown> {
  const { facts, former, isErased } = await factsBefore(backbone, read, position);
  // An application that was erased may have been what changed the name.
  return isErased ? ERASED : (facts.get('holder.name') ?? former.get('holder.name') ?? ERASED);
}

/** Undefined where the licence did not say it when the paper of an application got its number: then the applicant is named. */
export async function holderSaid(
  backbone: Backbone,
  read: ReadLicence,
  position: number,
): Promise<Shown | undefined> {
  const { facts, isErased } = await factsBefore(backbone, read, position);
  return isErased ? ERASED : facts.get('holder.name');
}
