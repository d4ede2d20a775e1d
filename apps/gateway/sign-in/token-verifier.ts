import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Actor } from '#libs/event-store/commit.js';
import type { KnownPerson } from '#libs/people/people.js';

/** Who a token stands for, and until when (seconds since 1970, as in the token). */
export interface SignedIn {
  readonly actor: Actor;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly expiresAt: number;
}

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

/** Asymmetric only: a shared secret would let every client make tokens. */
const ALGORITHMS = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA', 'Ed25519'];
const CLOCK_SKEW_S = 30;
const REMEMBERED = 10_000;

/** Its keys cannot be had at the moment: whether a new token is good cannot be said. */
export class IssuerUnreachable extends Error {
  override readonly name = 'IssuerUnreachable';

  constructor(cause: unknown) {
    super('The issuer of the tokens cannot be reached', { cause });
  }
}

/** Verifies bearer tokens; a verified one is remembered by its hash until it expires. */
export class TokenVerifier {
  private readonly verified = new Map<string, SignedIn>();

  /** @param meet is told of everybody who signs in with a name. */
  constructor(
    private readonly rules: TokenRules,
    private readonly meet: (person: KnownPerson) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Undefined when the token is not one of ours, was changed, or has expired. */
  async verify(token: string): Promise<SignedIn | undefined> {
    const hash = createHash('sha256').update(token).digest('base64');
    const known = this.verified.get(hash);
    if (known !== undefined && known.expiresAt > this.now() / 1000) return known;
    this.verified.delete(hash);
    const signedIn = await this.check(token);
    if (signedIn !== undefined) this.remember(hash, signedIn);
    return signedIn;
  }

  private async check(token: string): Promise<SignedIn | undefined> {
    const { issuer, audience, keys } = this.rules;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_SKEW_S,
        requiredClaims: ['sub', 'exp'],
        currentDate: new Date(this.now()),
      });
      return signedInFrom(payload);
    } catch (error) {
      if (isVerdict(error)) return undefined;
      throw new IssuerUnreachable(error);
    }
  }

  private remember(hash: string, signedIn: SignedIn): void {
    if (this.verified.size >= REMEMBERED) this.verified.delete(this.verified.keys().next().value ?? '');
    this.verified.set(hash, signedIn);
    if (signedIn.name !== undefined) this.meet(personOf(signedIn, signedIn.name));
  }
}

/** The issuer's published keys, found by discovery, cached, and asked for again when an unknown key appears. */
export function discoveredKeys(issuer: string): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    keys ??= discover(issuer);
    const found = await keys.catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return found(header, token);
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5000),
  });
  const { jwks_uri: address } = (await answer.json()) as { jwks_uri?: string };
  if (!answer.ok || address === undefined) throw new Error(`The issuer ${issuer} publishes no keys`);
  return createRemoteJWKSet(new URL(address));
}

function signedInFrom(payload: JWTPayload): SignedIn | undefined {
  const { sub, exp, roles, agency } = payload;
  if (sub === undefined || exp === undefined) return undefined;
  const known = Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
  // Nobody signs in as the software itself, whatever an issuer says.
  const actor = { id: sub, roles: known.filter((role) => role !== 'system') };
  return {
    actor: typeof agency === 'string' ? { ...actor, agency } : actor,
    expiresAt: exp,
    ...textsOf(payload),
  };
}

/** An address that the issuer itself says it has not verified is nobody's. */
function textsOf(payload: JWTPayload): Pick<SignedIn, 'name' | 'email' | 'phone'> {
  const { name, email, phone_number: phone } = payload;
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof email === 'string' && payload['email_verified'] !== false ? { email } : {}),
    ...(typeof phone === 'string' && payload['phone_number_verified'] !== false ? { phone } : {}),
  };
}

function personOf({ actor, email, phone }: SignedIn, name: string): KnownPerson {
  const { id, roles, agency } = actor;
  return {
    id,
    name,
    roles,
    ...(agency === undefined ? {} : { agency }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** What jose says of the keys, not of the token: they came too late, not at all, or are none. */
const KEY_FAULTS: readonly unknown[] = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

/** jose's own errors are verdicts about the token; anything else (no network) is a fault of the issuer. */
function isVerdict(error: unknown): boolean {
  return error instanceof errors.JOSEError && !KEY_FAULTS.includes(error.code);
}
