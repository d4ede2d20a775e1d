import type { Hindrance } from '#libs/issuing/signature.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';

const causes: Readonly<Record<Hindrance['code'], Bilingual>> = {
  missingFact: { vi: 'thiếu nội dung', en: 'it lacks' },
  missingGlyph: { vi: 'có ký tự không in được tại', en: 'a character cannot be printed in' },
  tooLong: { vi: 'nội dung quá dài tại', en: 'too long is' },
  badFact: { vi: 'nội dung không hợp lệ tại', en: 'not as it must be is' },
  formMissing: {
    vi: 'tờ khai đã bị xóa, thất lạc hoặc hư hỏng',
    en: 'the form that it tells of is erased, lost or damaged',
  },
  signerUnreachable: { vi: 'dịch vụ ký số không trả lời', en: 'the service that signs does not answer' },
  timeStampMissing: {
    vi: 'dịch vụ dấu thời gian không trả lời',
    en: 'the time-stamp authority does not answer',
  },
};

/** Why a paper waits, and for what. */
export function hindranceSentence({ code, field }: Hindrance): Bilingual {
  const { vi, en } = causes[code];
  const where = field === undefined ? '' : ` “${field}”`;
  return { vi: `Chưa lập được văn bản: ${vi}${where}.`, en: `The paper cannot be made: ${en}${where}.` };
}
