import { verificationCodeOf } from '#libs/evidence/verification-code.js';
import type { OfficialDocument } from '#libs/licence/documents.js';
import { openDocuments } from '#libs/licence/open-documents.js';
import type { Licence } from '#libs/licence/licence.js';
import type { LicenceChange } from '../change.js';
import type { Projection, Write } from '../projection.js';
import { type DocumentRow, documentSchema, type DocumentState } from './document-row.js';

/** For holders, officers and whoever has one in hand: every decision and letter about a licence. */
export const licenceDocuments: Projection<DocumentRow> = {
  name: 'licence-documents',
  schemaVersion: 1,
  schema: documentSchema,
  writesFor: (change) => (change.subject === 'licence' ? written(change) : []),
};

/** Only documents that this commit moved; a duty that is settled moves its letter too. */
function written(change: LicenceChange): readonly Write<DocumentRow>[] {
  const { before, after, commit, id } = change;
  const known = new Map(
    before?.licence.documents.map((one) => [one.id, stateOf(one, before.licence)] as const),
  );
  const { position } = commit;
  return after.licence.documents
    .map((document, ordinal) => ({ document, ordinal, state: stateOf(document, after.licence) }))
    .filter(({ document, state }) => known.get(document.id) !== state)
    .map(({ document, ...where }) => ({
      kind: 'put' as const,
      id: `${id}/${document.id}`,
      position,
      born: !known.has(document.id),
      row: () => rowOf(change, document, where),
    }));
}

function stateOf(document: OfficialDocument, licence: Licence): DocumentState {
  if (document.file !== undefined) return 'issued';
  if (!openDocuments(licence).includes(document)) return 'dropped';
  if (document.number) return 'numbered';
  return document.approvedBy === undefined ? 'ordered' : 'approved';
}

function rowOf(
  { id, commit, after }: LicenceChange,
  document: OfficialDocument,
  { ordinal, state }: Pick<DocumentRow, 'ordinal' | 'state'>,
): DocumentRow {
  const { text, dossierId, holder, agency } = after.licence;
  const { kind, obligation, orderedOn, number, file } = document;
  return {
    _id: `${id}/${document.id}`,
    position: commit.position,
    documentId: document.id,
    licenceId: id,
    licenceText: text,
    dossierId,
    holder,
    agency,
    kind,
    obligation: obligation ?? null,
    state,
    ordinal,
    orderedOn,
    text: number?.text ?? null,
    issuedOn: number?.issuedOn ?? null,
    file: file ?? null,
    verificationCode: file === undefined ? null : verificationCodeOf(id, document.id),
  };
}
