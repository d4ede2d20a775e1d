import { BlobError } from '#libs/blobs/blob-error.js';
import { PaperError } from '#libs/documents/paper-error.js';
import type { Hindrance } from '#libs/issuing/signature.js';
import { WrongSignature } from '#libs/signatures/sign-file.js';
import { SignerUnreachable } from '#libs/signatures/signers/signer.js';
import { TimeStampMissing } from '#libs/signatures/time-stamp/request-time-stamp.js';
import { FormMissing } from './form-answers.js';

/** What keeps a paper from being made, for whoever must mend it. Undefined for everything that only the machine can be blamed for. */
export function hindranceIn(error: unknown): Hindrance | undefined {
  if (error instanceof PaperError) return { code: error.code, field: error.field };
  if (isFormLost(error)) return { code: 'formMissing' };
  if (isUnanswered(error)) return { code: 'signerUnreachable' };
  return error instanceof TimeStampMissing ? { code: 'timeStampMissing' } : undefined;
}

/** Who is silent may answer the next time, as may the machine; everything else gives the same answer until it is mended. */
export function mayPass(hindrance: Hindrance | undefined): boolean {
  return !hindrance || hindrance.code === 'signerUnreachable' || hindrance.code === 'timeStampMissing';
}

/** A signature that does not hold is no answer either: it never gets into a file. */
function isUnanswered(error: unknown): boolean {
  return error instanceof SignerUnreachable || error instanceof WrongSignature;
}

/** Forms are all that is read where a paper is drawn. */
function isFormLost(error: unknown): boolean {
  return error instanceof FormMissing || (error instanceof BlobError && error.code === 'corrupt');
}
