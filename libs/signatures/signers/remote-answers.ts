import {
  type SignatureAlgorithm,
  type SignerDescription,
  SignerUnreachable,
  type SigningState,
} from './signer.js';

const ALGORITHMS: readonly SignatureAlgorithm[] = ['RSA-PKCS1-SHA256', 'ECDSA-P256-SHA256'];

/** What a service answers is looked at before it is believed; each throws SignerUnreachable. */
export function readDescription(answer: unknown): SignerDescription {
  const { name, chain, algorithm: named } = fieldsOf(answer);
  const algorithm = ALGORITHMS.find((each) => each === named);
  if (!algorithm || !Array.isArray(chain) || chain.length === 0) throw unusable('signer');
  return { name: text(name), chain: chain.map(bytes), algorithm };
}

export function readTransaction(answer: unknown): string {
  return text(fieldsOf(answer)['transaction']);
}

export function readState(answer: unknown): SigningState {
  const { state, signature, reason } = fieldsOf(answer);
  switch (state) {
    case 'pending':
      return { state };
    case 'signed':
      return { state, signature: bytes(signature) };
    case 'rejected':
    case 'expired':
      return { state, reason: typeof reason === 'string' ? reason : '' };
    default:
      throw unusable('state');
  }
}

function unusable(what: string): SignerUnreachable {
  return new SignerUnreachable(`The service that signs gave an answer that cannot be used: ${what}`);
}

function fieldsOf(answer: unknown): Readonly<Record<string, unknown>> {
  if (typeof answer !== 'object' || answer === null) throw unusable('no object');
  return { ...answer };
}

function text(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw unusable('a text is missing');
}

function bytes(value: unknown): Uint8Array {
  return new Uint8Array(Buffer.from(text(value), 'base64'));
}
