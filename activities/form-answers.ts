import type { Digest } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import type { ActivityDependencies } from './dependencies.js';

/** What the applicant answered. @throws FormMissing */
export async function formAnswers({ blobs }: ActivityDependencies, form: Digest): Promise<JsonObject> {
  const bytes = await blobs.read(form);
  if (!bytes) throw new FormMissing(`The form ${form} is not in the blob store`);
  const { answers } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly answers: JsonObject };
  return answers;
}

/** What was answered is erased or lost: a paper that tells of it cannot be drawn. */
export class FormMissing extends Error {
  override readonly name = 'FormMissing';
}
