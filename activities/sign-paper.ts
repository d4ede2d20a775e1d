import type { PaperSignature, RefusedSignature, RequestedSignature } from '#libs/issuing/signature.js';
import { attemptOf, type Signed } from '#libs/issuing/signing.js';
import { awaitSignature, completeSignature, WrongSignature } from '#libs/signatures/sign-file.js';
import type { PaperReference, SignerReference } from '#libs/signatures/signers/signer.js';
import type { Digest } from '#libs/kernel/ids.js';
import type { ActivityDependencies } from './dependencies.js';

/** Somebody who refused is asked again with another key, those who signed are not. */
export interface AskedSigner extends SignerReference {
  readonly attempt: number;
}

export interface PaperSigners {
  /** Who must sign a paper, in this order. */
  readonly signers: readonly AskedSigner[];
  /** When the number was given: what is signed later still says so, for the same file must come out again. */
  readonly claimedAt: string;
  /** As the person's signature says it; the organisation's is its seal. */
  readonly reason: string;
  /** Stream + what: nobody is asked twice for one paper. */
  readonly key: string;
  /** What a service that signs names when it calls. */
  readonly about: PaperReference;
}

type Named = Omit<SignerReference, 'role'>;

/** The person who decided, then the organisation. */
export function bothSigners(paper: Signed, person: Named, organisation: Named): readonly AskedSigner[] {
  return [
    { role: 'person', ...person, attempt: attemptOf(paper, 'person') },
    { role: 'organisation', ...organisation, attempt: attemptOf(paper, 'organisation') },
  ];
}

type Services = Pick<ActivityDependencies, 'signer' | 'timeStamper'>;

export interface SignedPaper {
  readonly bytes: Uint8Array;
  readonly signatures: readonly PaperSignature[];
}

/** Whoever has been asked and has not signed yet; asked again later, everything that was made before is made the same. */
export interface AwaitedSigner {
  readonly awaited: RequestedSignature;
}

/** Two signatures are of two signers: one key for both would let one of them act alone. */
const SIGNED_BEFORE = 'Chứng thư số này đã ký văn bản với vai trò khác';
const SEAL = 'Đóng dấu cơ quan';

/**
 * Asks each signer in turn, up to the first who is still awaited; the services give what they gave before. A signature is verified before it
 * gets into the file.
 */
export async function signedPaper(
  services: Services,
  paper: Uint8Array,
  given: PaperSigners,
): Promise<SignedPaper | AwaitedSigner> {
  let bytes = paper;
  const signatures: PaperSignature[] = [];
  for (const one of given.signers) {
    const next = await signedBy({ services, one, before: signatures }, bytes, given);
    if ('awaited' in next) return next;
    bytes = next.bytes;
    signatures.push(next.signature);
  }
  return { bytes, signatures };
}

interface Turn {
  readonly services: Services;
  readonly one: AskedSigner;
  /** Who signed this paper already. */
  readonly before: readonly PaperSignature[];
}

async function signedBy(
  { services, one, before }: Turn,
  paper: Uint8Array,
  { claimedAt, reason, key, about }: PaperSigners,
): Promise<{ readonly bytes: Uint8Array; readonly signature: PaperSignature } | AwaitedSigner> {
  const { signer, timeStamper } = services;
  const { attempt, ...asked } = one;
  const { role, id, name } = asked;
  const by = await signer.describe(asked);
  const said = role === 'person' ? reason : SEAL;
  const awaited = awaitSignature(paper, { field: role, name, reason: said, claimedAt }, by);
  const { hash, certificate } = awaited;
  const fingerprint = hex(certificate) as Digest;
  if (before.some((signature) => signature.certificate === fingerprint)) {
    throw new SignatureRefused({ role, signer: id, attempt, reason: 'rejected', explanation: SIGNED_BEFORE });
  }
  // With another certificate it is another request: what was asked under the former one stands for nothing any more.
  const again = attempt === 1 ? '' : ` attempt ${attempt}`;
  const idempotencyKey = `${key} ${role} ${fingerprint}${again}`;
  const callback = { ...about, role, attempt };
  const request = { signer: asked, hash, certificate, display: key, callback };
  const complete = async (underKey: string): Promise<Uint8Array | 'pending'> => {
    const state = await signer.poll(await signer.start({ ...request, idempotencyKey: underKey }));
    if (state.state === 'pending') return state.state;
    if (state.state === 'signed')
      return completeSignature(awaited, { value: state.signature, by }, timeStamper);
    throw new SignatureRefused({ role, signer: id, attempt, reason: state.state, explanation: state.reason });
  };
  const bytes = await complete(idempotencyKey).catch((error: unknown) => {
    // Asked for before an upgrade that draws this paper otherwise, it is over a draft that nobody has: these bytes have a key of their own.
    if (error instanceof WrongSignature) return complete(`${idempotencyKey} ${hex(hash)}`);
    throw error;
  });
  if (bytes === 'pending') return { awaited: { role, signer: id, attempt } };
  return { bytes, signature: { role, signer: id, certificate: fingerprint } };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** A signer said no, or let the time pass. */
export class SignatureRefused extends Error {
  override readonly name = 'SignatureRefused';

  constructor(readonly refused: RefusedSignature) {
    const { role, signer, reason, explanation } = refused;
    super(`The signature of the ${role} ${signer} was ${reason}: ${explanation}`);
  }
}
