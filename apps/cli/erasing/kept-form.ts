import type { Backbone } from '#libs/backbone/backbone.js';
import { courseOf } from '#libs/commands/dossier-course.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import { givenPaperId, paperGivenBy } from '#libs/dossier/given-papers.js';
import { verificationCodeOf } from '#libs/evidence/verification-code.js';
import type { Digest } from '#libs/kernel/ids.js';

/** Something that lies in the blob store, or did. */
export interface KeptFile {
  readonly digest: Digest;
  readonly isKept: boolean;
}

/** A slip that was drawn and given out. */
export interface KeptSlip extends KeptFile {
  /** As printed on it. */
  readonly code: string;
  readonly kind: string;
}

/** What a dossier's applicant answered, each time, and the slips that tell of it. */
export interface KeptForm {
  readonly forms: readonly KeptFile[];
  readonly slips: readonly KeptSlip[];
}

type Kept = Pick<Backbone, 'blobs' | 'slips'>;

export async function keptFormOf(kept: Kept, read: ReadDossier): Promise<KeptForm> {
  const forms = await Promise.all(formsIn(read.events).map((digest) => keptFile(kept, digest)));
  const slips = await Promise.all(papersGivenIn(read).map((paper) => slipOf(kept, paper)));
  return { forms, slips: slips.filter((slip) => slip !== undefined) };
}

/** Of the filing, and of every supplement that came with a form. */
export function formsIn(events: readonly DossierEvent[]): readonly Digest[] {
  const forms = events.flatMap(({ type, data }) => {
    if (type !== 'DossierSubmitted' && type !== 'SupplementReceived') return [];
    return data.form === undefined ? [] : [data.form];
  });
  return [...new Set(forms)];
}

interface GivenCode {
  readonly code: string;
  readonly kind: string;
}

/** With the code that each would have as a slip; what is none is kept under no such code. */
function papersGivenIn({ commits, procedure, dossier: { id } }: ReadDossier): readonly GivenCode[] {
  const moves = courseOf(commits, () => procedure)?.moves ?? [];
  return moves.flatMap(({ events, position, after }) =>
    events
      .map(({ type }) => paperGivenBy(type, procedure, after))
      .filter((kind) => kind !== undefined)
      .map((kind) => ({ kind, code: verificationCodeOf(id, givenPaperId(kind, position)) })),
  );
}

async function slipOf(kept: Kept, { code, kind }: GivenCode): Promise<KeptSlip | undefined> {
  const digest = await kept.slips.find(code);
  return digest && { code, kind, ...(await keptFile(kept, digest)) };
}

async function keptFile({ blobs }: Kept, digest: Digest): Promise<KeptFile> {
  return { digest, isKept: await blobs.has(digest) };
}
