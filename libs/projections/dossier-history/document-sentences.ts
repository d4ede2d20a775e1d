import type { Bilingual } from '#libs/kernel/bilingual.js';
import { shownDate } from '#libs/kernel/time.js';
import type { DocumentEvents, DocumentKind } from '#libs/licence/document-events.js';
import type { DocumentEvent } from '#libs/licence/documents.js';
import { hindranceSentence } from './hindrance-sentence.js';
import { refusedSignature, signerNames } from './signature-sentence.js';

const kinds: Readonly<Record<DocumentKind, Bilingual>> = {
  suspension: { vi: 'quyết định đình chỉ giấy phép', en: 'decision to suspend the licence' },
  lifting: { vi: 'quyết định chấm dứt đình chỉ giấy phép', en: 'decision to lift the suspension' },
  revocation: { vi: 'quyết định thu hồi giấy phép', en: 'decision to revoke the licence' },
  remedyOrder: { vi: 'công văn yêu cầu khắc phục', en: 'letter ordering a remedy' },
  reportDemand: { vi: 'công văn yêu cầu báo cáo', en: 'letter demanding a report' },
  reminder: { vi: 'công văn nhắc thực hiện nghĩa vụ', en: 'letter reminding of a duty' },
};

/** How a document comes about, step by step. */
const sentences: {
  readonly [Type in keyof DocumentEvents]: (data: DocumentEvents[Type]) => Bilingual;
} = {
  DocumentOrdered: ({ kind, dueOn }) => ({
    vi: `Lập ${kinds[kind].vi}, ban hành trước hết ngày ${shownDate(dueOn)}.`,
    en: `A ${kinds[kind].en} is to be out by ${shownDate(dueOn)}.`,
  }),
  DocumentApproved: () => ({ vi: 'Duyệt công văn.', en: 'The letter was approved.' }),
  DocumentNumberAllocated: ({ text, issuedOn }) => ({
    vi: `Cấp số văn bản ${text} ngày ${shownDate(issuedOn)}.`,
    en: `Document number ${text} allocated on ${shownDate(issuedOn)}.`,
  }),
  DocumentNumberVoided: ({ text, reason }) => ({
    vi: `Hủy số văn bản ${text}: ${reason}`,
    en: `Document number ${text} voided: ${reason}`,
  }),
  DocumentSignatureRequested: ({ role }) => ({
    vi: `Trình ${signerNames[role].vi} ký văn bản; chờ ký.`,
    en: `Document laid before ${signerNames[role].en}; the signature is awaited.`,
  }),
  DocumentSignatureAnswered: ({ role }) => ({
    vi: `Dịch vụ ký số đã có trả lời của ${signerNames[role].vi}.`,
    en: `The service that signs has an answer of ${signerNames[role].en}.`,
  }),
  DocumentSignatureRefused: refusedSignature,
  DocumentHindered: hindranceSentence,
  DocumentSignatureRequestedAgain: ({ role, attempt }) => ({
    vi: `Đề nghị ${signerNames[role].vi} ký lại văn bản, lần ${attempt}.`,
    en: `Document sent again to ${signerNames[role].en} to be signed, attempt ${attempt}.`,
  }),
  DocumentIssued: ({ text, pages, signatures }) => ({
    vi: `Ban hành văn bản số ${text}, ${pages} trang, ${signatures.length} chữ ký số.`,
    en: `Document ${text} issued, ${pages} page(s), ${signatures.length} digital signatures.`,
  }),
};

export function documentSentence({ type, data }: DocumentEvent): Bilingual {
  return (sentences[type] as (data: DocumentEvent['data']) => Bilingual)(data);
}
