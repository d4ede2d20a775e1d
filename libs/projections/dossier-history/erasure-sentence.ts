import type { ErasureEvents, ErasureGround } from '#libs/dossier/erasure-events.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';

const grounds: Readonly<Record<ErasureGround, Bilingual>> = {
  applicantAsked: { vi: 'theo yêu cầu của người nộp', en: 'as the applicant asked' },
  retentionOver: { vi: 'hết thời hạn lưu trữ', en: 'the time of keeping is over' },
  ordered: { vi: 'theo quyết định của cơ quan có thẩm quyền', en: 'as a competent authority ordered' },
};

export function erasureSentence({ ground }: ErasureEvents['FormErased']): Bilingual {
  const why = grounds[ground];
  return {
    vi: `Xóa nội dung đơn và các phiếu của bộ phận một cửa (${why.vi}).`,
    en: `What was answered on the form, and the slips of the desk, erased (${why.en}).`,
  };
}
