import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { day } from './terms.js';

export function licenceSentence({ type, data }: LicenceEvent, { licence }: Procedure): Bilingual {
  switch (type) {
    case 'LicenceOpened':
      return {
        vi: `Giấy phép ${data.text} có hiệu lực từ ngày ${day(data.issuedOn)} đến hết ngày ${day(data.expiresOn)}.`,
        en: `Licence ${data.text} in force from ${day(data.issuedOn)} until ${day(data.expiresOn)}.`,
      };
    case 'ObligationReminded': {
      const known = licence.obligations.find(({ code }) => code === data.obligation)?.name;
      const name = known ?? { vi: data.obligation, en: data.obligation };
      return {
        vi: `Nhắc nghĩa vụ “${name.vi}”, hạn ngày ${day(data.dueOn)}.`,
        en: `Reminder of “${name.en}”, due on ${day(data.dueOn)}.`,
      };
    }
    case 'RenewalReminded':
      return {
        vi: `Nhắc gia hạn giấy phép, hết hạn ngày ${day(data.expiresOn)}.`,
        en: `Reminder to renew; the licence expires on ${day(data.expiresOn)}.`,
      };
    case 'LicenceExpired':
      return {
        vi: `Giấy phép hết hiệu lực từ ngày ${day(data.expiredOn)}.`,
        en: `Licence expired on ${day(data.expiredOn)}.`,
      };
  }
}
