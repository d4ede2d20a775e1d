/**
 * `tooLarge`: more bytes than the caller allowed. `noSpace`: disk or quota is full. `corrupt`: what lies there is not what was stored.
 * `unavailable`: the folder cannot be read or written.
 */
export type BlobErrorCode = 'tooLarge' | 'noSpace' | 'corrupt' | 'unavailable';

const SAYINGS: Readonly<Record<BlobErrorCode, string>> = {
  tooLarge: 'The content is larger than allowed',
  noSpace: 'There is no space left to store the content',
  corrupt: 'The stored content does not match its digest',
  unavailable: 'The blob store cannot be read or written',
};

export class BlobError extends Error {
  override readonly name = 'BlobError';

  constructor(
    readonly code: BlobErrorCode,
    readonly details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(SAYINGS[code], options);
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What an error of the file system means to whoever stores; every other error stays what it is. */
export function asBlobError(error: unknown): unknown {
  if (!isSystemError(error)) return error;
  return new BlobError(
    FULL.has(error.code) ? 'noSpace' : 'unavailable',
    { cause: error.code },
    { cause: error },
  );
}

export function isNotFound(error: unknown): boolean {
  return isSystemError(error) && error.code === 'ENOENT';
}

function isSystemError(error: unknown): error is { readonly code: string; readonly syscall: string } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'syscall' in error &&
    'code' in error &&
    typeof error.code === 'string'
  );
}
