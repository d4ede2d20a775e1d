import type { LicenceId } from '#libs/kernel/ids.js';
import type { PaperStanding } from '#libs/issuing/paper-standing.js';
import { shownDate } from '#libs/kernel/time.js';
import type { DocumentKind } from '#libs/licence/document-events.js';
import { documentStanding } from '#libs/licence/document-standing.js';
import type { DocumentRow } from '#libs/projections/licence-documents/document-row.js';
import { licenceDocuments } from '#libs/projections/licence-documents/projection.js';
import { findDocumentByCode } from '#libs/projections/licence-documents/queries.js';
import { holderOn } from './issued-to.js';
import { issuerText, type Shown } from './shown.js';
import type { Sources } from './verified-licence.js';

/** A decision or letter about a licence: that it was issued, to whom, and what it is about. */
export interface VerifiedDocument {
  readonly kind: DocumentKind;
  readonly standing: PaperStanding;
  readonly facts: Readonly<Record<'authority' | 'licence', string> & Record<'issuedTo', Shown>> &
    Readonly<Partial<Record<'number' | 'issuedOn' | 'digest', string>>>;
  readonly fileUrl: string;
  readonly demonstration: boolean;
}

export async function findVerifiedDocument(
  sources: Sources,
  code: string,
): Promise<VerifiedDocument | undefined> {
  const { reader, books } = sources.backbone;
  const row = await findIssued(sources, code);
  const read = row && (await reader.findLicence(row.licenceId as LicenceId));
  if (!row || !read) return undefined;
  const { kind, text, issuedOn, licenceText: licence, file } = row;
  const facts = {
    ...(text !== null && { number: text }),
    authority: issuerText(read.procedure.licence),
    issuedTo: await holderOn(sources.backbone, read, row.position),
    ...(issuedOn !== null && { issuedOn: shownDate(issuedOn) }),
    licence,
    ...(file !== null && { digest: file }),
  };
  const { licence: now } = read;
  const document = now.documents.find(({ id }) => id === row.documentId);
  return {
    kind,
    standing: document ? documentStanding(document, now) : 'over',
    facts,
    fileUrl: `/verify/${code}/document.pdf`,
    demonstration: books.demonstration,
  };
}

export async function findIssued(
  { models }: Pick<Sources, 'models'>,
  code: string,
): Promise<DocumentRow | undefined> {
  return findDocumentByCode(await models.model(licenceDocuments), code);
}
