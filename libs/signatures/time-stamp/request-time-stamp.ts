import { createHash, randomBytes } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq, TimeStampReqVersion } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { oids, sha256 } from '../cms/attributes.js';
import { childrenOf, expectTag, readDer, smallInteger, tags } from '../cms/der.js';
import type { TimeStamper } from '../sign-file.js';
import type { Keep } from '../signers/demonstration-signer.js';
import { isAnswer } from './read-time-stamp.js';

const ANSWER_WITHIN_MS = 4_000;

/**
 * Asks an authority over HTTP (RFC 3161). The first token over a value is kept: what is signed after it covers it, so a certificate made
 * anew after a kill must carry the same one.
 */
export function timeStampAuthority(url: string, keep: Keep): TimeStamper {
  return async (value) => {
    const name = `time-stamp-${createHash('sha256').update(value).digest('hex')}`;
    const kept = await keep(name, async () => Buffer.from(await requested(url, value)).toString('base64'));
    return new Uint8Array(Buffer.from(kept, 'base64'));
  };
}

/** @throws TimeStampMissing where nobody answered, or not with a token over this value */
async function requested(url: string, value: Uint8Array): Promise<Uint8Array> {
  // A positive number without a leading zero byte is its own DER.
  const nonce = Uint8Array.from([0x40, ...randomBytes(8)]);
  const hashAlgorithm = new AlgorithmIdentifier({ algorithm: oids.sha256, parameters: null });
  const messageImprint = new MessageImprint({ hashAlgorithm, hashedMessage: new OctetString(sha256(value)) });
  const version = TimeStampReqVersion.v1;
  const asked = new TimeStampReq({ version, messageImprint, nonce: nonce.buffer, certReq: true });
  const token = tokenIn(await answered(url, Buffer.from(AsnConvert.serialize(asked))));
  if (!token || !isAnswer(token, { value, nonce })) {
    throw new TimeStampMissing('The time-stamp authority gave no token over this signature');
  }
  return token;
}

async function answered(url: string, body: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (response.ok) return await response.arrayBuffer();
    await response.body?.cancel();
    throw new TimeStampMissing(`The time-stamp authority answered ${response.status}`);
  } catch (error) {
    if (error instanceof TimeStampMissing) throw error;
    throw new TimeStampMissing('The time-stamp authority did not answer', { cause: error });
  }
}

/** RFC 3161, 2.4.2: granted, or granted with changes; the token as it was sent. */
function tokenIn(answer: ArrayBuffer): Uint8Array | undefined {
  try {
    const [info, token] = childrenOf(expectTag(readDer(new Uint8Array(answer)), tags.sequence));
    const [status] = childrenOf(expectTag(info, tags.sequence));
    const granted = [0, 1].map(smallInteger);
    const isGranted = granted.some((one) => Buffer.compare(one, expectTag(status, tags.integer).whole) === 0);
    return isGranted ? token?.whole : undefined;
  } catch {
    return undefined;
  }
}

export class TimeStampMissing extends Error {
  override readonly name = 'TimeStampMissing';
}
