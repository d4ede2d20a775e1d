import { activityInfo, log } from '@temporalio/activity';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import type {
  DrawnBy,
  Hindrance,
  PaperSignature,
  RefusedSignature,
  RequestedSignature,
} from '#libs/issuing/signature.js';
import { isKnownHindrance, isKnownRequest, type Signed } from '#libs/issuing/signing.js';
import type { Digest } from '#libs/kernel/ids.js';
import { epochOf } from '#libs/kernel/time.js';
import type { ActivityDependencies } from './dependencies.js';
import { hindranceIn, mayPass } from './hindrance.js';
import { type PaperSigners, SignatureRefused, signedPaper } from './sign-paper.js';

/** What is recorded of a paper: a command about the dossier or licence that it belongs to. */
export interface PaperOutcome<Command> {
  readonly command: Command;
  /** What: recorded once in its stream. */
  readonly idempotencyKey: string;
}

/** A paper that has its number and is not yet out. */
export interface PaperToIssue<Command> extends Signed {
  /** Which one, of all that its stream may ever have. */
  readonly what: string;
  /** Of its stream. */
  readonly version: number;
  /** How is recorded what becomes of it. */
  readonly commands: {
    readonly requested: (signature: RequestedSignature) => Command;
    readonly refused: (signature: RefusedSignature) => Command;
    readonly hindered: (hindrance: Hindrance) => Command;
    readonly issued: (paper: IssuedPaper) => Command;
  };
  /** @throws PaperError */
  readonly draw: () => Promise<{ readonly paper: RenderedPaper; readonly signers: PaperSigners }>;
}

/** Signed by everybody. */
interface IssuedPaper {
  /** Where it lies. */
  readonly file: Digest;
  readonly pages: number;
  readonly template: DrawnBy;
  readonly signatures: readonly PaperSignature[];
}

type Means = Pick<ActivityDependencies, 'blobs' | 'clock' | 'patienceMs' | 'signer' | 'timeStamper'>;
interface Named {
  readonly type: string;
}

/**
 * What came of drawing a paper and having it signed. Nothing new while somebody is awaited or what hinders it is known. Equal facts give equal
 * bytes: made twice, it is stored and recorded once.
 * @throws while patience lasts what the next attempt may not meet again; then the look is over, and what else is due gets its turn
 */
export async function paperOutcome<Command extends Named>(
  means: Means,
  one: PaperToIssue<Command>,
): Promise<PaperOutcome<Command> | undefined> {
  try {
    const { paper, signers } = await one.draw();
    const signed = await signedPaper(means, paper.bytes, signers);
    if ('awaited' in signed) return awaited(one, signed.awaited);
    const { digest: file } = await means.blobs.put(signed.bytes);
    const { pages, template } = paper;
    return recorded(one, one.commands.issued({ file, pages, template, signatures: signed.signatures }));
  } catch (error) {
    return failed(means, one, error);
  }
}

/** Recorded once for each signer and attempt, and again after what hindered it since. */
function awaited<Command extends Named>(
  one: PaperToIssue<Command>,
  signature: RequestedSignature,
): PaperOutcome<Command> | undefined {
  if (isKnownRequest(one, signature)) return undefined;
  const { role, attempt } = signature;
  const again = one.signing?.hindered ? [one.version] : [];
  return recorded(one, one.commands.requested(signature), [role, attempt, ...again]);
}

function failed<Command extends Named>(
  means: Means,
  one: PaperToIssue<Command>,
  error: unknown,
): PaperOutcome<Command> | undefined {
  if (error instanceof SignatureRefused) {
    const { role, attempt } = error.refused;
    return recorded(one, one.commands.refused(error.refused), [role, attempt]);
  }
  const hindrance = hindranceIn(error);
  if (hindrance && isKnownHindrance(one, hindrance)) return undefined;
  if (mayPass(hindrance) && isPatient(means)) throw error;
  if (!hindrance) return leftForLater(one, error);
  const { code, field } = hindrance;
  // What came in between makes it news again.
  const key = [code, ...(field === undefined ? [] : [field]), one.version];
  return recorded(one, one.commands.hindered(hindrance), key);
}

/** Nobody in the office can mend it. */
function leftForLater({ what }: PaperToIssue<Named>, error: unknown): undefined {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  log.error('paper cannot be made', { paper: what, reason });
}

/** Counted from the first attempt of this look: who took days to sign was not silent for days. */
function isPatient({ clock, patienceMs }: Means): boolean {
  return epochOf(clock.now()) - activityInfo().scheduledTimestampMs < patienceMs;
}

function recorded<Command extends Named>(
  { what }: PaperToIssue<Command>,
  command: Command,
  key: readonly (string | number)[] = [],
): PaperOutcome<Command> {
  return { command, idempotencyKey: [command.type, what, ...key].join(' ') };
}
