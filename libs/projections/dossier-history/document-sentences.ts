import type { Bilingual } from '#libs/kernel/bilingual.js';
import { shownDate } from '#libs/kernel/time.js';
import type { DocumentEvents } from '#libs/licence/document-events.js';
import type { DocumentEvent } from '#libs/licence/documents.js';
import { hindranceSentence } from './hindrance-sentence.js';
import { documentKindNamed, documentNamed, type Named } from './licence-names.js';
import { refusedSignature, signerNames } from './signature-sentence.js';

/** How a document comes about, step by step. */
const sentences: {
  readonly [Type in keyof DocumentEvents]: (data: DocumentEvents[Type], document: Bilingual) => Bilingual;
} = {
  DocumentOrdered: ({ kind, dueOn }) => ({
    vi: `Lập ${documentKindNamed(kind).vi}, ban hành trước hết ngày ${shownDate(dueOn)}.`,
    en: `A ${documentKindNamed(kind).en} is to be out by ${shownDate(dueOn)}.`,
  }),
  DocumentApproved: (_, { vi, en }) => ({ vi: `Duyệt ${vi}.`, en: `The ${en} was approved.` }),
  DocumentNumberAllocated: ({ text, issuedOn }, { vi, en }) => ({
    vi: `Cấp số ${text} ngày ${shownDate(issuedOn)} cho ${vi}.`,
    en: `Number ${text} allocated on ${shownDate(issuedOn)} to the ${en}.`,
  }),
  DocumentNumberVoided: ({ text, reason }, { vi, en }) => ({
    vi: `Hủy số ${text} của ${vi}: ${reason}`,
    en: `Number ${text} of the ${en} voided: ${reason}`,
  }),
  DocumentSignatureRequested: ({ role }, { vi, en }) => ({
    vi: `Trình ${signerNames[role].vi} ký ${vi}; chờ ký.`,
    en: `The ${en} laid before ${signerNames[role].en}; the signature is awaited.`,
  }),
  DocumentSignatureAnswered: ({ role }) => ({
    vi: `Dịch vụ ký số đã có trả lời của ${signerNames[role].vi}.`,
    en: `The service that signs has an answer of ${signerNames[role].en}.`,
  }),
  DocumentSignatureRefused: refusedSignature,
  DocumentHindered: hindranceSentence,
  DocumentSignatureRequestedAgain: ({ role, attempt }, { vi, en }) => ({
    vi: `Đề nghị ${signerNames[role].vi} ký lại ${vi}, lần ${attempt}.`,
    en: `The ${en} sent again to ${signerNames[role].en} to be signed, attempt ${attempt}.`,
  }),
  DocumentIssued: ({ text, pages, signatures }, { vi, en }) => ({
    vi: `Ban hành ${vi} số ${text}, ${pages} trang, ${signatures.length} chữ ký số.`,
    en: `The ${en}, no. ${text}, issued: ${pages} page(s), ${signatures.length} digital signatures.`,
  }),
};

export function documentSentence({ type, data }: DocumentEvent, named: Named): Bilingual {
  const sentence = sentences[type] as (data: DocumentEvent['data'], document: Bilingual) => Bilingual;
  return sentence(data, documentNamed(named, data.document));
}
