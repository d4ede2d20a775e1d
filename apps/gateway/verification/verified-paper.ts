import { createHash } from 'node:crypto';
import { numberedAt } from '#libs/backbone/current-facts.js';
import { formErasedAt } from '#libs/dossier/form-erasure.js';
import type { ReadDossier, ReadLicence, SubjectReader } from '#libs/commands/subject-reader.js';
import { type GivenPaper, resultPaperOf } from '#libs/dossier/given-papers.js';
import { paperStanding } from '#libs/dossier/paper-standing.js';
import { licenceResultOf } from '#libs/dossier/result.js';
import type { Dossier } from '#libs/dossier/state.js';
import type { PaperStanding } from '#libs/issuing/paper-standing.js';
import { shownDate } from '#libs/kernel/time.js';
import { resultStanding } from '#libs/licence/document-standing.js';
import { resultKindOf } from '#libs/procedures/result.js';
import { dossierPapers } from '#libs/projections/dossier-papers/projection.js';
import type { PaperRow } from '#libs/projections/dossier-papers/paper-row.js';
import { findPaperByCode } from '#libs/projections/dossier-papers/queries.js';
import { HttpFault } from '../attachments/http-fault.js';
import { courseOf } from '#libs/commands/dossier-course.js';
import type { AskedSlip, RecordRoom } from '../records/record-room.js';
import { slipKinds, slipNumber } from '../records/slip-facts.js';
import { applicantOn, holderSaid } from './issued-to.js';
import { issuerText, type Shown } from './shown.js';
import type { Sources } from './verified-licence.js';

/** A slip, letter or decision of a dossier: that it was given out, to whom, and what it is. */
export interface VerifiedPaper {
  readonly kind: GivenPaper;
  readonly standing: PaperStanding;
  readonly facts: Readonly<Record<'number' | 'authority' | 'issuedOn', string> & Record<'issuedTo', Shown>> &
    Readonly<Partial<Record<'applicant', Shown> & Record<'dossier' | 'licence' | 'digest', string>>>;
  /** Absent where the form that its slip told of was erased: the file is kept no more. */
  readonly fileUrl?: string;
  readonly demonstration: boolean;
}

interface Places {
  readonly parts: Sources;
  readonly room: Pick<RecordRoom, 'slipByCode'>;
}

export async function findVerifiedPaper(
  { parts, room }: Places,
  code: string,
): Promise<VerifiedPaper | undefined> {
  const { backbone } = parts;
  const { books, reader } = backbone;
  const row = await findGiven(parts, code);
  const read = row && (await reader.findDossier(row.dossierId));
  if (!row || !read) return undefined;
  const about = await licenceIn(row, read, reader);
  const { digest, ...file } = await fileOf(row, read, { parts, room });
  return {
    kind: row.kind,
    standing: about
      ? resultStanding(resultIn(read), about.licence)
      : paperStanding(row.kind, givenAt(row, read), read.dossier),
    facts: {
      ...statedOn(row, read),
      ...addressed(row.kind, read, await namedOn(backbone, { row, read, about })),
      ...(about && { licence: about.licence.text }),
      ...(digest !== undefined && { digest }),
    },
    ...file,
    demonstration: books.demonstration,
  };
}

interface Found {
  readonly row: PaperRow;
  readonly read: ReadDossier;
  readonly about: ReadLicence | undefined;
}

/** As the paper names them: the holder as the licence says where it is about one, who applied elsewhere. */
async function namedOn(backbone: Sources['backbone'], { row, read, about }: Found): Promise<Shown> {
  const holder = about && (await holderSaid(backbone, about, numberedAt(read, numberOf(row))));
  return holder ?? applicantOn(backbone, givenAt(row, read), read.procedure);
}

function statedOn(row: PaperRow, { procedure }: ReadDossier) {
  return {
    number: numberOf(row),
    authority: issuerText(procedure.licence),
    issuedOn: shownDate(row.givenOn),
    ...(row.dossierCode !== null && { dossier: row.dossierCode }),
  };
}

/** The licence that a paper is about: one in which an application about it ended. */
async function licenceIn(
  { kind }: PaperRow,
  { procedure, dossier }: ReadDossier,
  reader: Pick<SubjectReader, 'findLicence'>,
): Promise<ReadLicence | undefined> {
  if (!dossier.about || resultPaperOf(procedure) !== kind) return undefined;
  return reader.findLicence(dossier.about.licenceId);
}

function resultIn({ procedure, dossier }: ReadDossier) {
  return { kind: resultKindOf(procedure), expiresOn: licenceResultOf(dossier)?.number.expiresOn };
}

/** A letter that sends a dossier on goes to the authority that decides; every other paper to who applied. */
function addressed(kind: GivenPaper, { procedure: { result } }: ReadDossier, applicant: Shown) {
  const decider = kind === 'forwarding' ? result?.forwardTo?.name.vi : undefined;
  return decider === undefined ? { issuedTo: applicant } : { issuedTo: decider, applicant };
}

/** The dossier as it stood when the paper was given out. */
function givenAt({ position }: PaperRow, { commits, procedure, dossier }: ReadDossier): Dossier {
  const moves = courseOf(commits, () => procedure)?.moves ?? [];
  return moves.find((move) => move.position === position)?.after ?? dossier;
}

interface PaperFile {
  readonly digest: string | undefined;
  readonly fileUrl?: string;
}

/** Of a slip that went with its form only the digest is known: to a file in somebody's hand it can still be compared. */
async function fileOf(row: PaperRow, { dossier }: ReadDossier, { parts, room }: Places): Promise<PaperFile> {
  const isErased = formErasedAt(dossier) !== undefined;
  if (isErased && slipIn(row) !== undefined) return { digest: await parts.backbone.slips.find(row._id) };
  const digest = row.file ?? (await digestOfSlip(row, room));
  return { digest, fileUrl: `/verify/${row._id}/document.pdf` };
}

/** Undefined where it was never drawn and cannot be, as when a name has become one that cannot be printed. */
async function digestOfSlip(row: PaperRow, room: Places['room']): Promise<string | undefined> {
  const slip = slipIn(row);
  if (slip === undefined) return undefined;
  try {
    const { bytes } = await room.slipByCode(row.dossierId, slip);
    return createHash('sha256').update(bytes).digest('hex');
  } catch (error) {
    if (error instanceof HttpFault) return undefined;
    throw error;
  }
}

export async function findGiven(
  { models }: Pick<Sources, 'models'>,
  code: string,
): Promise<PaperRow | undefined> {
  return findPaperByCode(await models.model(dossierPapers), code);
}

/** What is drawn from the log when it is first asked for; what was signed lies in the store. */
export function slipIn({ kind: given, position }: PaperRow): AskedSlip | undefined {
  const kind = slipKinds.find((one) => one === given);
  return kind && { kind, position };
}

function numberOf(row: PaperRow): string {
  const slip = slipIn(row);
  return slip ? slipNumber(slip.kind, slip.position) : (row.number ?? '');
}
