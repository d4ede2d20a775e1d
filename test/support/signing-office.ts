import { type KeyedCertificate, TestAuthority } from '#libs/signatures/certificates/test-authority.js';
import { awaitSignature, completeSignature } from '#libs/signatures/sign-file.js';
import { localSigner } from '#libs/signatures/signers/local-signer.js';
import type { Signer, SignerRole } from '#libs/signatures/signers/signer.js';

export interface SigningOffice {
  readonly root: Uint8Array;
  readonly intermediate: Uint8Array;
  readonly keys: Readonly<Record<SignerRole, KeyedCertificate>>;
  /** Of the time-stamp authority under the same root. */
  readonly timeStamping: KeyedCertificate;
  readonly signer: Signer;
}

export interface Peculiarities {
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly intermediates?: readonly Uint8Array[];
}

/** A director with an RSA key and an agency with an elliptic one, under an authority of their own. */
export async function signingOffice({
  notBefore = '2026-01-01',
  notAfter = '2031-01-01',
  intermediates,
}: Peculiarities = {}): Promise<SigningOffice> {
  const validity = { notBefore: new Date('2020-01-01'), notAfter: new Date('2040-01-01') };
  const authority = await TestAuthority.make(validity);
  const period = { notBefore: new Date(notBefore), notAfter: new Date(notAfter) };
  const keys = {
    person: await authority.certify({ ...period, name: 'Nguyễn Thị Ong' }, 'RSA'),
    organisation: await authority.certify({ ...period, name: 'Sở Nuôi ong' }, 'ECDSA'),
  };
  const between = intermediates ?? [authority.intermediateCertificate];
  const signer = localSigner(({ role }) =>
    Promise.resolve({ ...keys[role], name: role, intermediates: between }),
  );
  return {
    root: authority.rootCertificate,
    intermediate: authority.intermediateCertificate,
    keys,
    timeStamping: await authority.certify({ ...period, name: 'Dấu thời gian' }, 'ECDSA', 'timeStamping'),
    signer,
  };
}

export async function signedTwice(paper: Uint8Array, office: SigningOffice): Promise<Uint8Array> {
  const once = await signedAs('person', paper, { office, claimedAt: '2026-03-11T02:05:00.000Z' });
  return signedAs('organisation', once, { office, claimedAt: '2026-03-11T02:06:00.000Z' });
}

export async function signedAs(
  role: SignerRole,
  paper: Uint8Array,
  { office: { signer }, claimedAt }: { readonly office: SigningOffice; readonly claimedAt: string },
): Promise<Uint8Array> {
  const reference = { role, id: role, name: role };
  const by = await signer.describe(reference);
  const awaited = awaitSignature(paper, { field: role, name: by.name, reason: role, claimedAt }, by);
  const { hash, certificate } = awaited;
  const request = { idempotencyKey: role, signer: reference, hash, certificate, display: role };
  const state = await signer.poll(await signer.start(request));
  if (state.state !== 'signed') throw new Error(`The key on this machine answered ${state.state}`);
  return completeSignature(awaited, { value: state.signature, by });
}
