import type { RunningContext } from '../graphql/request-context.js';

/** What a timer can count: a token of a foreign issuer may hold for months. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Ends when the caller goes, when the token expires, and when the gateway stops. */
export function listeningUntil({ request, signedIn }: RunningContext, stopping: AbortSignal): AbortSignal {
  const left = Math.min(Math.max(0, (signedIn?.expiresAt ?? 0) * 1000 - Date.now()), LONGEST_TIMER_MS);
  return AbortSignal.any([request.signal, stopping, AbortSignal.timeout(left)]);
}
