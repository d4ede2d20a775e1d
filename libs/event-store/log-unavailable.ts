/**
 * The log could not be reached in time. For an append the outcome is unknown: repeating it with the same `commitId` is safe
 * and tells.
 */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';

  constructor(cause: unknown) {
    super('The log cannot be reached', { cause });
  }
}

/** `NoAnswerInTime` is the end of our own patience, the others are the driver's. */
const CONNECTION_LOSS = new Set([
  'NoAnswerInTime',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'WaitQueueTimeoutError',
  'MongoOperationTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoExpiredSessionError',
  'MongoServerClosedError',
  'MongoStalePrimaryError',
  'MongoWriteConcernError',
]);

/**
 * Codes of a server that goes, comes or is not primary (driver specification "retryable reads"), of a killed operation (50, 11601) and
 * of a write concern or a majority read that could not be satisfied (64, 100, 134).
 */
const PASSING_CODES = new Set([
  6, 7, 50, 64, 89, 91, 100, 134, 189, 262, 9001, 10107, 11600, 11601, 11602, 13435, 13436,
]);

/** A write on a socket that has just died surfaces as the system's own error. */
const SOCKET_ERRORS = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'ERR_STREAM_DESTROYED',
]);

/** Not by class: an error may come from another realm or from a second copy of the driver in the tree. */
export function isConnectionLoss(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  return (
    CONNECTION_LOSS.has(String(name)) || PASSING_CODES.has(Number(code)) || SOCKET_ERRORS.has(String(code))
  );
}
