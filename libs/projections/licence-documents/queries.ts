import type { Model } from 'mongoose';
import type { DocumentRow } from './document-row.js';

/** All of one licence, the first ordered first; a licence has a few in its life. Outside the office only what is out is seen. */
export async function listDocuments(
  model: Model<DocumentRow>,
  licenceId: string,
  seen: { readonly onlyIssued: boolean },
): Promise<readonly DocumentRow[]> {
  const issued = seen.onlyIssued ? { state: 'issued' as const } : {};
  return model
    .find({ licenceId, ...issued })
    .sort({ ordinal: 1 })
    .lean<DocumentRow[]>();
}

export async function findDocument(
  model: Model<DocumentRow>,
  licenceId: string,
  documentId: string,
): Promise<DocumentRow | undefined> {
  return (await model.findById(`${licenceId}/${documentId}`).lean<DocumentRow>()) ?? undefined;
}

/** By the code that is printed on it. */
export async function findDocumentByCode(
  model: Model<DocumentRow>,
  verificationCode: string,
): Promise<DocumentRow | undefined> {
  return (await model.findOne({ verificationCode }).lean<DocumentRow>()) ?? undefined;
}
