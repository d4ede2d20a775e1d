import type { Digest } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';

interface Kept {
  read(digest: Digest): Promise<Uint8Array | undefined>;
}

/** What was answered on a form, of which the log has only the digest; undefined where it was erased. @throws BlobError */
export async function keptAnswers(blobs: Kept, form: Digest): Promise<JsonObject | undefined> {
  const bytes = await blobs.read(form);
  if (!bytes) return undefined;
  return (JSON.parse(new TextDecoder().decode(bytes)) as { readonly answers: JsonObject }).answers;
}
