import type { AnnouncementRefusals } from '#libs/calendar/announcement.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';

const texts: Readonly<Record<keyof AnnouncementRefusals, Bilingual>> = {
  EditionFaulty: { vi: 'lịch có lỗi', en: 'the calendar has faults' },
  EditionVersionTaken: {
    vi: 'phiên bản này đã có với nội dung khác; lịch đã công bố không được sửa, hãy đặt số phiên bản mới',
    en: 'this version exists with other content; an edition is never changed, give it a new version',
  },
  EditionReplacesAnother: {
    vi: 'lịch phải nêu ở "replaces" đúng phiên bản đang có hiệu lực',
    en: 'the edition must name in "replaces" the version that is in force',
  },
  EditionOfAnotherAgency: {
    vi: 'lịch này thuộc cơ quan khác',
    en: 'this calendar belongs to another agency',
  },
};

/** Why nothing was announced, in one line. */
export function refusalText({ refusal, details }: AnyRefusal): string {
  const said = Object.hasOwn(texts, refusal) ? texts[refusal as keyof AnnouncementRefusals] : undefined;
  const text = said ? `${said.vi} (${said.en})` : refusal;
  return `${text} ${JSON.stringify(details)}`;
}
