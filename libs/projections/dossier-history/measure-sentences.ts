import type { Bilingual } from '#libs/kernel/bilingual.js';
import { shownDate } from '#libs/kernel/time.js';
import type { Ground, LicenceEvent, LicenceEvents } from '#libs/licence/events.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Violation } from '#libs/procedures/supervision.js';

export type MeasureEvent = Extract<
  LicenceEvent,
  {
    readonly type:
      | 'LicenceSuspended'
      | 'LicenceRevoked'
      | 'SuspensionLifted'
      | 'SuspensionEnded'
      | 'LicenceReturned'
      | 'LicenceReplaced';
  }
>;

/** What takes a licence out of force, for a time or for good, and brings it back. */
export function measureSentence({ type, data }: MeasureEvent, procedure: Procedure): Bilingual {
  switch (type) {
    case 'LicenceSuspended': {
      const { vi, en } = why(data, procedure);
      return {
        vi: `Đình chỉ giấy phép đến hết ngày ${shownDate(data.until)}: ${vi}`,
        en: `Licence suspended until ${shownDate(data.until)}: ${en}`,
      };
    }
    case 'LicenceRevoked': {
      const { vi, en } = why(data, procedure);
      return {
        vi: `Thu hồi giấy phép từ ngày ${shownDate(data.revokedOn)}: ${vi}`,
        en: `Licence revoked on ${shownDate(data.revokedOn)}: ${en}`,
      };
    }
    case 'SuspensionLifted':
      return { vi: `Hủy đình chỉ: ${data.reason}`, en: `Suspension lifted: ${data.reason}` };
    case 'SuspensionEnded':
      return {
        vi: `Hết thời hạn đình chỉ ngày ${shownDate(data.endedOn)}; giấy phép có hiệu lực trở lại.`,
        en: `Suspension ended on ${shownDate(data.endedOn)}; the licence holds again.`,
      };
    case 'LicenceReturned':
      return { vi: `Tổ chức trả lại giấy phép: ${data.reason}`, en: `Licence returned: ${data.reason}` };
    case 'LicenceReplaced':
      return { vi: 'Giấy phép được thay thế bằng giấy phép mới.', en: 'Replaced by a new licence.' };
  }
}

/** On which ground, why in the authority's words, by which clause, and until when it may be appealed. */
function why(
  { ground, reason, clause, appealUntil }: LicenceEvents['LicenceSuspended' | 'LicenceRevoked'],
  { licence: { supervision } }: Procedure,
): Bilingual {
  const { vi, en } = groundNamed(ground, supervision?.violations ?? []);
  const day = shownDate(appealUntil);
  return {
    vi: `${vi}. ${reason} (${clause}; khiếu nại đến hết ngày ${day})`,
    en: `${en}. ${reason} (${clause}; may be appealed until ${day})`,
  };
}

function groundNamed(ground: Ground, violations: readonly Violation[]): Bilingual {
  switch (ground.kind) {
    case 'violation': {
      const { violation } = ground;
      return violations.find(({ code }) => code === violation)?.text ?? { vi: violation, en: violation };
    }
    case 'remedyOverrun':
      return { vi: 'không khắc phục trong thời hạn', en: 'a remedy was not carried out in time' };
    case 'suspendedAgain':
      return { vi: 'bị đình chỉ lần thứ hai', en: 'suspended for the second time' };
  }
}
