import type { DossierEvent } from '#libs/dossier/events.js';
import { type GivenPaper, givenPaperId, paperGivenBy } from '#libs/dossier/given-papers.js';
import { paperNumberOf } from '#libs/dossier/paper-number.js';
import { verificationCodeOf } from '#libs/evidence/verification-code.js';
import type { Digest } from '#libs/kernel/ids.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { DossierChange } from '../change.js';
import type { Projection, Write } from '../projection.js';
import { type PaperRow, paperSchema } from './paper-row.js';

/** For whoever has a slip or letter in hand: what it is, found by nothing but the code on it. */
export const dossierPapers: Projection<PaperRow> = {
  name: 'dossier-papers',
  schemaVersion: 3,
  schema: paperSchema,
  writesFor: (change) => (change.subject === 'dossier' ? written(change) : []),
};

function written(change: DossierChange): readonly Write<PaperRow>[] {
  return change.events.flatMap((event) => {
    const kind = paperGivenBy(event.type, change.procedure, change.after.dossier);
    return kind ? [put(change, event, kind)] : [];
  });
}

function put(change: DossierChange, event: DossierEvent, kind: GivenPaper): Write<PaperRow> {
  const { position } = change.commit;
  const letter = letterOf(change, event);
  const id = verificationCodeOf(change.id, givenPaperId(kind, letter?.number ?? position));
  return { kind: 'put', id, position, born: true, row: () => rowOf(change, { id, kind, letter }) };
}

interface Letter {
  readonly number: string;
  readonly givenOn: LocalDate;
  readonly file: Digest;
}

/** Number and file of what was signed; a slip has neither. */
function letterOf({ before }: DossierChange, event: DossierEvent): Letter | undefined {
  const file = signedIn(event);
  const numbered = before?.dossier.stage === 'certificate' ? paperNumberOf(before.dossier) : undefined;
  return file && numbered && { number: numbered.text, givenOn: numbered.issuedOn, file };
}

function signedIn(event: DossierEvent): Digest | undefined {
  if (event.type === 'CertificateIssued') return event.data.certificate;
  return event.type === 'LetterIssued' || event.type === 'DossierForwarded' ? event.data.letter : undefined;
}

function rowOf(
  { id: dossierId, commit, after }: DossierChange,
  {
    id: _id,
    kind,
    letter,
  }: { readonly id: string; readonly kind: GivenPaper; readonly letter: Letter | undefined },
): PaperRow {
  const { agency, procedure, acceptance } = after.dossier;
  return {
    _id,
    position: commit.position,
    kind,
    dossierId,
    dossierCode: acceptance?.code ?? null,
    agency,
    procedure: { id: procedure.id, version: procedure.version },
    ...(letter ?? { number: null, givenOn: localDateOf(commit.recordedAt), file: null }),
  };
}
