export type EngineErrorCode =
  | 'portTaken'
  | 'folderInUse'
  | 'noNetwork'
  | 'noSpace'
  | 'checksumMismatch'
  | 'noWay'
  | 'notReachable'
  | 'notStarted';

/** Why a server is not there: `message` is one sentence for the person at the keyboard. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly code: EngineErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
