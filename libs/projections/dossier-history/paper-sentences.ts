import type { DossierEvents } from '#libs/dossier/events.js';
import type { LetterEvents } from '#libs/dossier/letter-events.js';
import type { SigningEvents } from '#libs/dossier/signing-events.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import { shownDate } from '#libs/kernel/time.js';
import { hindranceSentence } from './hindrance-sentence.js';
import { refusedSignature, signerNames } from './signature-sentence.js';

type PaperEvents = keyof LetterEvents | keyof SigningEvents;

/** What is said of letters, and of the signatures that papers wait for. */
export const paperSentences: { readonly [Type in PaperEvents]: (data: DossierEvents[Type]) => Bilingual } = {
  LetterNumberAllocated: ({ text, issuedOn }) => ({
    vi: `Cấp số công văn ${text} ngày ${shownDate(issuedOn)}.`,
    en: `Letter number ${text} allocated on ${shownDate(issuedOn)}.`,
  }),
  LetterNumberVoided: ({ text, reason }) => ({
    vi: `Hủy số công văn ${text}: ${reason}`,
    en: `Letter number ${text} voided: ${reason}`,
  }),
  ForwardingApproved: () => ({
    vi: 'Duyệt chuyển hồ sơ đến cơ quan có thẩm quyền kèm văn bản đề nghị.',
    en: 'To be sent on, with a proposal, to the authority that decides.',
  }),
  DossierForwarded: ({ to, signatures }) => ({
    vi: `Chuyển hồ sơ đến ${to} kèm văn bản đề nghị, ${signatures.length} chữ ký số.`,
    en: `Sent on to ${to} with a proposal, ${signatures.length} digital signatures.`,
  }),
  ForwardingAnswered: answerSentence,
  LetterIssued: ({ pages, signatures }) => ({
    vi: `Lập văn bản trả lời không cấp phép, ${pages} trang, ${signatures.length} chữ ký số.`,
    en: `Letter of denial drawn up, ${pages} page(s), ${signatures.length} digital signatures.`,
  }),
  SignatureRequested: ({ role }) => ({
    vi: `Trình ${signerNames[role].vi} ký văn bản; chờ ký.`,
    en: `Paper laid before ${signerNames[role].en}; the signature is awaited.`,
  }),
  SignatureAnswered: ({ role }) => ({
    vi: `Dịch vụ ký số đã có trả lời của ${signerNames[role].vi}.`,
    en: `The service that signs has an answer of ${signerNames[role].en}.`,
  }),
  SignatureRefused: refusedSignature,
  PaperHindered: hindranceSentence,
  SignatureRequestedAgain: ({ role, attempt }) => ({
    vi: `Đề nghị ${signerNames[role].vi} ký lại văn bản, lần ${attempt}.`,
    en: `Paper sent again to ${signerNames[role].en} to be signed, attempt ${attempt}.`,
  }),
};

function answerSentence(data: LetterEvents['ForwardingAnswered']): Bilingual {
  const { answer, from, number, decidedOn, reason = '' } = data;
  const on = shownDate(decidedOn);
  const numbered = {
    vi: number === undefined ? '' : ` số ${number}`,
    en: number === undefined ? '' : ` no. ${number}`,
  };
  const anew = besides(data);
  if (answer === 'granted') {
    return {
      vi: `${from} đã cấp giấy phép${numbered.vi} ngày ${on}${anew.vi}.`,
      en: `${from} granted the licence${numbered.en} on ${on}${anew.en}.`,
    };
  }
  return {
    vi: `${from} không cấp giấy phép, văn bản${numbered.vi} ngày ${on}${anew.vi}: ${reason}`,
    en: `${from} refused the licence by its letter${numbered.en} of ${on}${anew.en}: ${reason}`,
  };
}

/** That its paper is there, and why it was recorded anew. */
function besides({ paper, corrects }: LetterEvents['ForwardingAnswered']): Bilingual {
  const attached = paper ? { vi: ', kèm bản chụp văn bản', en: ', its paper attached' } : { vi: '', en: '' };
  if (corrects === undefined) return attached;
  return {
    vi: `${attached.vi} (ghi lại: ${corrects})`,
    en: `${attached.en} (recorded anew: ${corrects})`,
  };
}
