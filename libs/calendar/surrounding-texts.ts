import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Instant } from '#libs/kernel/time.js';
import { instantText, reasonText } from './explanation-texts.js';

/** What is said around an explanation: where the limit lies, whether it stands still, when somebody is reminded. */
export const dueWithWhole: Bilingual = {
  vi: 'Bước này nằm trong thời hạn giải quyết và đến hạn cùng với thời hạn đó.',
  en: 'This step lies inside the whole limit and is due with it.',
};

export function standingStill(since: Instant, reason: string): Bilingual {
  const when = instantText(since);
  const why = reasonText(reason);
  return {
    vi: `Từ ${when.vi} thời hạn tạm dừng (${why.vi}); ngày này sẽ được tính lại khi hết tạm dừng.`,
    en: `The limit has stood still since ${when.en} (${why.en}); this date is reckoned anew when it goes on.`,
  };
}

export function remindsAt(at: Instant, share: number): Bilingual {
  const when = instantText(at);
  const percent = Math.round(share * 100);
  return {
    vi: `Nhắc việc khi đã dùng ${percent} % thời gian, chậm nhất lúc đến hạn: ${when.vi}.`,
    en: `Reminded when ${percent} % of the time is used up, at the latest when it is due: ${when.en}.`,
  };
}
