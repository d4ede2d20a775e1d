import type { Backbone } from '#libs/backbone/backbone.js';
import { licenceFinder } from '#libs/commands/about-licence.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { ErasureGround } from '#libs/dossier/erasure-events.js';
import { formErasedAt } from '#libs/dossier/form-erasure.js';
import { licenceResultOf } from '#libs/dossier/result.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { Digest } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { Instant } from '#libs/kernel/time.js';
import { CliError } from '../cli-error.js';
import { type KeptForm, keptFormOf } from './kept-form.js';
import { objectionText, objectionToErasing } from './objection.js';
import { alsoOf } from './whose-form.js';

/** What goes, what stays and still tells of it, and why not, where it must not be. */
export interface Erasure extends KeptForm {
  readonly dossierId: string;
  readonly code: string | null;
  /** Since when it is on record that nothing is kept. */
  readonly erasedAt: Instant | null;
  readonly objection?: AnyRefusal;
  readonly stays: {
    /** Other dossiers with the same answers under the same digest. */
    readonly dossiers: readonly string[];
    readonly licence: { readonly text: string; readonly stage: string } | null;
    /** What was signed and issued: certificate or letter. */
    readonly issued: readonly Digest[];
    /** What another authority wrote about it. */
    readonly received: readonly Digest[];
    /** Numbers of the office's records about this dossier. Extracts of the register name many and are not listed. */
    readonly records: readonly string[];
    /** What the applicant handed in beside the form, the latest of each. */
    readonly papers: number;
  };
}

export async function erasureOf(backbone: Backbone, read: ReadDossier): Promise<Erasure> {
  const { dossier } = read;
  const kept = await keptFormOf(backbone, read);
  const others = await alsoOf(backbone, read);
  const objection =
    (await objectionToErasing(backbone, read, others)) ?? (await objectionToPlace(backbone, read, kept));
  const code = dossier.acceptance?.code ?? null;
  return {
    dossierId: dossier.id,
    code,
    erasedAt: formErasedAt(dossier) ?? null,
    ...kept,
    ...(objection && { objection }),
    stays: {
      dossiers: others,
      licence: await licenceOf(backbone, read),
      issued: issuedIn(read),
      received: receivedIn(read),
      records: code === null ? [] : await backbone.records.listOf(code),
      papers: dossier.papers.length,
    },
  };
}

/** Where neither the form nor any paper of the dossier lies here, the files are in another data folder: it must not be put on record that they went. */
async function objectionToPlace(
  { blobs }: Backbone,
  { dossier }: ReadDossier,
  { forms, slips }: KeptForm,
): Promise<AnyRefusal | undefined> {
  if ([...forms, ...slips].some(({ isKept }) => isKept)) return undefined;
  const papers = await Promise.all(dossier.papers.map(({ digest }) => blobs.has(digest)));
  return papers.includes(false) && !papers.includes(true)
    ? { refusal: 'FilesElsewhere', details: {} }
    : undefined;
}

async function licenceOf(
  { store }: Backbone,
  { dossier }: ReadDossier,
): Promise<Erasure['stays']['licence']> {
  const result = licenceResultOf(dossier);
  const licence = result && (await licenceFinder(store)(result.number.licenceId));
  return licence ? { text: licence.text, stage: licence.stage } : null;
}

function issuedIn({ events }: ReadDossier): readonly Digest[] {
  return events.flatMap(({ type, data }) => {
    if (type === 'CertificateIssued') return [data.certificate];
    return type === 'LetterIssued' || type === 'DossierForwarded' ? [data.letter] : [];
  });
}

function receivedIn({ events }: ReadDossier): readonly Digest[] {
  return events.flatMap(({ type, data }) =>
    type === 'ForwardingAnswered' && data.paper ? [data.paper.digest] : [],
  );
}

/** It is no person's command: who asked for it stands beside it. */
const ERASURE: Actor = { id: 'erasure', roles: ['system'] };

export interface Order {
  readonly ground: ErasureGround;
  readonly by: string;
}

/**
 * Recorded first, then done: after a crash in between the record says what is to be gone, and a repetition does the rest.
 * @returns what was there and is gone
 * @throws CliError where the log refuses it
 */
export async function eraseForm(backbone: Backbone, read: ReadDossier, order: Order): Promise<KeptForm> {
  const { id } = read.dossier;
  const correlationId = crypto.randomUUID();
  const answer = await backbone.commands.dossier({
    id,
    command: { type: 'eraseForm', data: { ground: order.ground } },
    idempotencyKey: correlationId,
    actor: ERASURE,
    onBehalfOf: order.by,
    correlationId,
  });
  if (answer.outcome === 'refused') throw new CliError(objectionText(answer.refusal));
  // Looked for again: a slip may have been drawn until it was on record that none is.
  const { forms, slips } = await keptFormOf(backbone, read);
  const gone = async ({ digest }: { readonly digest: Digest }) => backbone.blobs.erase(digest);
  for (const file of [...slips, ...forms]) await gone(file);
  return { forms: forms.filter(({ isKept }) => isKept), slips: slips.filter(({ isKept }) => isKept) };
}
