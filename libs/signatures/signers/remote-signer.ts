import { readDescription, readState, readTransaction } from './remote-answers.js';
import { type Signer, SignerUnreachable } from './signer.js';

interface SigningService {
  readonly url: string;
  readonly token?: string;
  /** Where the service may call when it has an answer; absent: it is asked from time to time. */
  readonly callbackUrl?: string;
}

/** So short that a paper has time for all that is asked of two signers: silence is named and not merely cut off. */
const ANSWER_WITHIN_MS = 4_000;

/**
 * A service that signs hashes over HTTP: `GET signers/{role}/{id}`, `POST transactions` with the header `idempotency-key`, and
 * `GET transactions/{transaction}`, in JSON with bytes in base64. Asked again with the same key it gives the same transaction, so an
 * answer that was lost costs nothing.
 */
export function remoteSigner(service: SigningService, answerWithinMs = ANSWER_WITHIN_MS): Signer {
  const ask = (path: string, init: RequestInit = {}) =>
    asked(service, path, { ...init, signal: AbortSignal.timeout(answerWithinMs) });
  return {
    async describe({ role, id, name }) {
      const path = `signers/${role}/${encodeURIComponent(id)}?${new URLSearchParams({ name }).toString()}`;
      return readDescription(await ask(path));
    },
    async start({ idempotencyKey, signer, hash, certificate, display, callback }) {
      const body = JSON.stringify({
        signer,
        hashAlgorithm: 'SHA-256',
        hash: Buffer.from(hash).toString('base64'),
        certificate: Buffer.from(certificate).toString('base64'),
        display,
        ...(service.callbackUrl === undefined ? {} : { callback: { url: service.callbackUrl, ...callback } }),
      });
      const headers = { 'content-type': 'application/json', 'idempotency-key': inHeader(idempotencyKey) };
      return readTransaction(await ask('transactions', { method: 'POST', headers, body }));
    },
    async poll(transaction) {
      return readState(await ask(`transactions/${encodeURIComponent(transaction)}`));
    },
  };
}

/** A header takes plain letters alone, and keys name papers by their numbers (`01/QĐ-SVHTTDL`). */
function inHeader(key: string): string {
  return key.replace(/[^ -$&-~]/gu, encodeURIComponent);
}

async function asked({ url, token }: SigningService, path: string, init: RequestInit): Promise<unknown> {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  try {
    const response = await fetch(`${url}/${path}`, { ...init, headers });
    if (response.ok) return await response.json();
    await response.body?.cancel();
    throw new SignerUnreachable(`The service that signs answered ${response.status}`);
  } catch (error) {
    if (error instanceof SignerUnreachable) throw error;
    throw new SignerUnreachable('The service that signs did not answer', { cause: error });
  }
}
