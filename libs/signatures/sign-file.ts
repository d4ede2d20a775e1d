import { signedAttributes, sha256, toBeSigned } from './cms/attributes.js';
import { isSignatureOver } from './cms/read-signed-data.js';
import { encodeSignedData } from './cms/signed-data.js';
import { prepareSignature, type PreparedFile, type SignatureDetails, withSignature } from './pdf/room.js';
import type { SignerDescription } from './signers/signer.js';

/** A file waiting for one signature: everything follows from file, details and certificate, so it can be made again at any time. */
export interface AwaitedSignature {
  readonly file: PreparedFile;
  readonly attributes: ReturnType<typeof signedAttributes>;
  /** SHA-256 that the signer signs. */
  readonly hash: Uint8Array;
  /** SHA-256 of the signer's certificate. */
  readonly certificate: Uint8Array;
}

/**
 * @throws RangeError when the file has a signature in this field
 * @throws BrokenFile when it is no file that can be signed
 */
export function awaitSignature(
  bytes: Uint8Array,
  details: SignatureDetails,
  { chain: [own] }: SignerDescription,
): AwaitedSignature {
  if (!own) throw new RangeError('The signer has no certificate');
  const file = prepareSignature(bytes, details);
  const attributes = signedAttributes(file.digest, own);
  return { file, attributes, hash: sha256(toBeSigned(attributes)), certificate: sha256(own) };
}

/** Asks an authority for a token over SHA-256 of a signature's value (RFC 3161). */
export type TimeStamper = (value: Uint8Array) => Promise<Uint8Array>;

/**
 * The signed file. What a signer sent is verified first: a wrong signature never gets into a file.
 * @throws WrongSignature
 */
export async function completeSignature(
  awaited: AwaitedSignature,
  given: { readonly value: Uint8Array; readonly by: SignerDescription },
  stamp?: TimeStamper,
): Promise<Uint8Array> {
  const { chain, algorithm } = given.by;
  const [own] = chain;
  const { attributes, file } = awaited;
  const value = algorithm === 'ECDSA-P256-SHA256' ? ecdsaInDer(given.value) : given.value;
  const isRight = own !== undefined && isSignatureOver(toBeSigned(attributes), value, own);
  if (!isRight || Buffer.compare(sha256(own), awaited.certificate) !== 0) throw new WrongSignature();
  const timeStamp = await stamp?.(value);
  return withSignature(
    file,
    encodeSignedData({ attributes, algorithm, value, chain, ...(timeStamp ? { timeStamp } : {}) }),
  );
}

export class WrongSignature extends Error {
  override readonly name = 'WrongSignature';

  constructor() {
    super('The signature that was given is not one over this file by this certificate');
  }
}

/** Services send the pair of numbers bare, 32 bytes each, or as DER. */
function ecdsaInDer(value: Uint8Array): Uint8Array {
  if (value.length !== 64) return value;
  const [r, s] = [derInteger(value.subarray(0, 32)), derInteger(value.subarray(32))];
  return Buffer.from([0x30, r.length + s.length, ...r, ...s]);
}

function derInteger(bytes: Uint8Array): number[] {
  const start = bytes.findIndex((byte) => byte !== 0);
  const digits = [...bytes.subarray(start === -1 ? bytes.length - 1 : start)];
  const positive = (digits[0] ?? 0) >= 0x80 ? [0, ...digits] : digits;
  return [0x02, positive.length, ...positive];
}
