import { epochOf, type Instant } from '#libs/kernel/time.js';
import type { AnsweredSignature, Hindrance, RequestedSignature, SignatureRole } from './signature.js';

/** Whose signature a paper waits for. */
export interface AwaitedSignature extends RequestedSignature {
  readonly since: Instant;
  /** When the service that signs said that it has an answer. */
  readonly answeredAt?: Instant;
}

/** How often each was asked to sign, once somebody refused; whom it waits for, or who must be asked again. */
export interface Signing {
  readonly attempts: Readonly<Partial<Record<SignatureRole, number>>>;
  readonly awaiting?: AwaitedSignature;
  readonly refusedBy?: SignatureRole;
  /** Why it cannot be made as things are; it is tried again all the same. */
  readonly hindered?: Hindrance;
}

/** A paper on its way to its signatures; absent as long as nobody took their time or refused. */
export interface Signed {
  readonly signing?: Signing;
}

type Attempt = Pick<RequestedSignature, 'role' | 'attempt'>;

/** The how-manieth time somebody is asked to sign the paper of the number that stands, counted from 1. */
export function attemptOf({ signing }: Signed, role: SignatureRole): number {
  return signing?.attempts[role] ?? 1;
}

/** Nobody has refused, and this is the attempt that counts: one of an earlier attempt says nothing any more. */
export function isOpenAttempt(paper: Signed, { role, attempt }: Attempt): boolean {
  return !paper.signing?.refusedBy && attemptOf(paper, role) === attempt;
}

/** Told once, unless something hindered the paper since: that is over, and the work is the signer's again. */
export function isKnownRequest(paper: Signed, attempt: Attempt): boolean {
  return isAwaited(paper, attempt) && !paper.signing?.hindered;
}

function isAwaited({ signing }: Signed, { role, attempt }: Attempt): boolean {
  return signing?.awaiting?.role === role && signing.awaiting.attempt === attempt;
}

/** Calls closer together than this are one. */
const CALLS_APART_MS = 60_000;

/** A call from the service that signs is believed only so far that it is worth a look. */
export function isWorthALook(paper: Signed, call: AnsweredSignature): boolean {
  const last = paper.signing?.awaiting?.answeredAt;
  const isApart = last === undefined || epochOf(call.answeredAt) - epochOf(last) >= CALLS_APART_MS;
  return isAwaited(paper, call) && isApart;
}

/** When the answer of whoever is awaited is looked for: at once when the service that signs has called. */
export function lookedForAt({ signing }: Signed, otherwise: Instant): Instant {
  const { since = otherwise, answeredAt = since } = signing?.awaiting ?? {};
  return answeredAt;
}

/** Told once, however often it is tried. */
export function isKnownHindrance({ signing }: Signed, { code, field }: Hindrance): boolean {
  return signing?.hindered?.code === code && signing.hindered.field === field;
}

export function hindered(before: Signing | undefined, { code, field }: Hindrance): Signing {
  const why = field === undefined ? { code } : { code, field };
  return { ...before, attempts: before?.attempts ?? {}, hindered: why };
}

export function requested(before: Signing | undefined, awaiting: AwaitedSignature): Signing {
  return { attempts: before?.attempts ?? {}, awaiting };
}

export function answered(before: Signing | undefined, at: Instant): Signing | undefined {
  return before?.awaiting ? { ...before, awaiting: { ...before.awaiting, answeredAt: at } } : before;
}

export function refused(before: Signing | undefined, { role, attempt }: Attempt): Signing {
  return { attempts: { ...before?.attempts, [role]: attempt }, refusedBy: role };
}

export function requestedAgain(before: Signing | undefined, { role, attempt }: Attempt): Signing {
  return { attempts: { ...before?.attempts, [role]: attempt } };
}
