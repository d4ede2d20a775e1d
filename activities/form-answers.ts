import type { Digest } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { keptAnswers } from '#libs/procedures/kept-answers.js';
import type { ActivityDependencies } from './dependencies.js';

/** What the applicant answered. @throws FormMissing */
export async function formAnswers({ blobs }: ActivityDependencies, form: Digest): Promise<JsonObject> {
  const answers = await keptAnswers(blobs, form);
  if (!answers) throw new FormMissing(`The form ${form} is not in the blob store`);
  return answers;
}

/** What was answered is erased or lost: a paper that tells of it cannot be drawn. */
export class FormMissing extends Error {
  override readonly name = 'FormMissing';
}
