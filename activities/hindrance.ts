import { BlobError } from '#libs/blobs/blob-error.js';
import { PaperError } from '#libs/documents/paper-error.js';
import type { Hindrance } from '#libs/issuing/signature.js';
import { epochOf, type Instant } from '#libs/kernel/time.js';
import { SignerUnreachable } from '#libs/signatures/signers/signer.js';
import { TimeStampMissing } from '#libs/signatures/time-stamp/request-time-stamp.js';
import { FormMissing } from './form-answers.js';

interface Waiting {
  /** When the paper got its number. */
  readonly since: Instant;
  readonly now: Instant;
  readonly patienceMs: number;
}

/**
 * What keeps a paper from being made, for whoever must mend it: at once where trying again gives the same answer, after a while where somebody
 * does not answer. Undefined for everything else, and for a silence that may pass: the activity fails then and is tried again.
 */
export function hindranceIn(error: unknown, { since, now, patienceMs }: Waiting): Hindrance | undefined {
  if (error instanceof PaperError) return { code: error.code, field: error.field };
  if (isFormLost(error)) return { code: 'formMissing' };
  if (epochOf(now) - epochOf(since) < patienceMs) return undefined;
  if (error instanceof SignerUnreachable) return { code: 'signerUnreachable' };
  return error instanceof TimeStampMissing ? { code: 'timeStampMissing' } : undefined;
}

/** Forms are all that is read where a paper is drawn. */
function isFormLost(error: unknown): boolean {
  return error instanceof FormMissing || (error instanceof BlobError && error.code === 'corrupt');
}
