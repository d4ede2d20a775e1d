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

type Kind = 'root' | 'authority' | 'signer' | 'timeStamping';

type Algorithm = typeof ECDSA | typeof RSA;
type KeyPair = Awaited<ReturnType<typeof generated>>;

const { subtle } = x509.cryptoProvider.get();

function generated(algorithm: Algorithm) {
  return subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

interface Issuer {
  readonly certificate: x509.X509Certificate;
  readonly privateKey: KeyPair['privateKey'];
}

/**
 * An authority of our own: root, intermediate, and certificates for whoever signs in development and in tests. It is worth nothing outside,
 * and says so in every name.
 */
export class TestAuthority {
  private constructor(
    readonly rootCertificate: Uint8Array,
    private readonly intermediate: Issuer,
  ) {}

  static async make(validity: Omit<Named, 'name'>): Promise<TestAuthority> {
    const root = await issue({ ...validity, name: 'Hoso TRÌNH DIỄN Root' }, 'root');
    const intermediate = await issue({ ...validity, name: 'Hoso TRÌNH DIỄN CA' }, 'authority', {
      issuer: root,
    });
    return new TestAuthority(der(root), intermediate);
  }

  /** @throws when the text is not what `toText` gave */
  static async fromText(text: string): Promise<TestAuthority> {
    const [root = '', certificate = '', key = ''] = text.split('\n');
    const privateKey = await subtle.importKey('pkcs8', fromBase64(key), ECDSA, true, ['sign']);
    const intermediate = { certificate: new x509.X509Certificate(fromBase64(certificate)), privateKey };
    return new TestAuthority(fromBase64(root), intermediate);
  }

  /** Its certificates and the key that it certifies with; the root's own key is not kept by anybody. */
  async toText(): Promise<string> {
    const key = new Uint8Array(await subtle.exportKey('pkcs8', this.intermediate.privateKey));
    return [this.rootCertificate, this.intermediateCertificate, key].map(toBase64).join('\n');
  }

  get intermediateCertificate(): Uint8Array {
    return der(this.intermediate);
  }

  async certify(
    named: Named,
    key: 'RSA' | 'ECDSA',
    kind: 'signer' | 'timeStamping' = 'signer',
  ): Promise<KeyedCertificate> {
    const algorithm = key === 'RSA' ? RSA : ECDSA;
    const issued = await issue(named, kind, { issuer: this.intermediate, algorithm });
    const pkcs8 = await subtle.exportKey('pkcs8', issued.privateKey);
    return { certificate: der(issued), key: privateKeyOf(Buffer.from(pkcs8)) };
  }
}

export function keyedToText({ certificate, key }: KeyedCertificate): string {
  return [certificate, key.export({ format: 'der', type: 'pkcs8' })].map(toBase64).join('\n');
}

export function keyedFromText(text: string): KeyedCertificate {
  const [certificate = '', key = ''] = text.split('\n');
  return { certificate: fromBase64(certificate), key: privateKeyOf(fromBase64(key)) };
}

async function issue(
  named: Named,
  kind: Kind,
  by: { readonly issuer?: Issuer; readonly algorithm?: Algorithm } = {},
): Promise<Issuer> {
  const { publicKey, privateKey } = await generated(by.algorithm ?? ECDSA);
  const subject = new x509.Name([{ CN: [named.name] }, { O: ['Demonstration'] }, { C: ['VN'] }]);
  const { certificate: above, privateKey: signingKey } = by.issuer ?? { certificate: undefined, privateKey };
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: above?.subjectName ?? subject,
    notBefore: named.notBefore,
    notAfter: named.notAfter,
    publicKey,
    signingKey,
    signingAlgorithm: ECDSA,
    extensions: await extensionsOf(kind, publicKey, above ?? publicKey),
  });
  return { certificate, privateKey };
}

async function extensionsOf(
  kind: Kind,
  publicKey: KeyPair['publicKey'],
  issuer: x509.X509Certificate | KeyPair['publicKey'],
): Promise<x509.Extension[]> {
  const { KeyUsageFlags } = x509;
  const isAuthority = kind === 'root' || kind === 'authority';
  const usage = isAuthority
    ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign
    : KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;
  const { timeStamping } = x509.ExtendedKeyUsage;
  return [
    new x509.BasicConstraintsExtension(isAuthority, undefined, true),
    ...(kind === 'timeStamping' ? [new x509.ExtendedKeyUsageExtension([timeStamping], true)] : []),
    new x509.KeyUsagesExtension(usage, true),
    await x509.SubjectKeyIdentifierExtension.create(publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(issuer),
  ];
}

function privateKeyOf(pkcs8: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
}

function der({ certificate }: Pick<Issuer, 'certificate'>): Uint8Array {
  return new Uint8Array(certificate.rawData);
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'base64'));
}
