import type { LocalDate } from '#libs/kernel/time.js';
import { changeNoticeOf } from '../change-notice.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { LicenceExplanation } from './explanation.js';
import { explainOfficeLimit } from './office-limit.js';

/** Until when a holder has to tell of another owner or head office; undefined where the rules set no time. */
export function explainChangeNotice(
  changedOn: LocalDate,
  { procedure, calendar }: Pick<LicenceCircumstances, 'procedure' | 'calendar'>,
): LicenceExplanation | undefined {
  const limit = procedure.licence.supervision?.changeNotice;
  const notice = changeNoticeOf({ changedOn, on: changedOn }, { procedure, calendar });
  if (!notice) return undefined;
  const change = {
    askedOn: changedOn,
    dueOn: notice.by,
    limit,
    began: (on) => ({
      vi: `Thay đổi từ ngày ${on.vi}; ngày thay đổi không tính.`,
      en: `The change was on ${on.en}; the day of the change is not counted.`,
    }),
    takes: (within) => ({
      vi: `Phải thông báo trong ${within.vi}.`,
      en: `It must be told within ${within.en}.`,
    }),
  } satisfies Parameters<typeof explainOfficeLimit>[0];
  return explainOfficeLimit(change, calendar);
}
