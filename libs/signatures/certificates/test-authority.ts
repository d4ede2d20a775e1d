import 'reflect-metadata';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** A certificate with its key; both can be kept as text. */
export interface KeyedCertificate {
  readonly certificate: Uint8Array;
  readonly key: KeyObject;
}

interface Named {
  readonly name: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 3072,
} as const;

type Kind = 'root' | 'authority' | 'signer';

type KeyPair = Awaited<ReturnType<typeof generated>>;

const { subtle } = x509.cryptoProvider.get();

function generated(algorithm: typeof ECDSA | typeof RSA) {
  return subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

interface Issued {
  readonly certificate: x509.X509Certificate;
  readonly keys: KeyPair;
}

/**
 * An authority of our own: root, intermediate, and certificates for whoever signs in development and in tests. It is worth nothing outside,
 * and says so in every name.
 */
export class TestAuthority {
  private constructor(
    private readonly root: Issued,
    private readonly intermediate: Issued,
  ) {}

  static async make(validity: Omit<Named, 'name'>): Promise<TestAuthority> {
    const root = await issue({ ...validity, name: 'CN=Hoso TRÌNH DIỄN Root,O=Demonstration,C=VN' }, 'root');
    const named = { ...validity, name: 'CN=Hoso TRÌNH DIỄN CA,O=Demonstration,C=VN' };
    return new TestAuthority(root, await issue(named, 'authority', root));
  }

  get rootCertificate(): Uint8Array {
    return der(this.root);
  }

  get intermediateCertificate(): Uint8Array {
    return der(this.intermediate);
  }

  /** A certificate for a signer; the key is RSA for people, elliptic for organisations, as offices have them. */
  async certify(named: Named, algorithm: 'RSA' | 'ECDSA'): Promise<KeyedCertificate> {
    const issued = await issue(named, 'signer', this.intermediate, algorithm === 'RSA' ? RSA : ECDSA);
    const pkcs8 = await subtle.exportKey('pkcs8', issued.keys.privateKey);
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    return { certificate: der(issued), key };
  }
}

async function issue(
  named: Named,
  kind: Kind,
  issuer?: Issued,
  algorithm: typeof ECDSA | typeof RSA = ECDSA,
): Promise<Issued> {
  const keys = await generated(algorithm);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: named.name,
    issuer: issuer?.certificate.subject ?? named.name,
    notBefore: named.notBefore,
    notAfter: named.notAfter,
    publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: ECDSA,
    extensions: await extensionsOf(kind, keys, issuer ?? { keys }),
  });
  return { certificate, keys };
}

async function extensionsOf(
  kind: Kind,
  { publicKey }: KeyPair,
  issuer: Pick<Issued, 'keys'>,
): Promise<x509.Extension[]> {
  const { KeyUsageFlags } = x509;
  const usage =
    kind === 'signer'
      ? KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation
      : KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;
  return [
    new x509.BasicConstraintsExtension(kind !== 'signer', undefined, true),
    new x509.KeyUsagesExtension(usage, true),
    await x509.SubjectKeyIdentifierExtension.create(publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(issuer.keys.publicKey),
  ];
}

function der({ certificate }: Issued): Uint8Array {
  return new Uint8Array(certificate.rawData);
}
