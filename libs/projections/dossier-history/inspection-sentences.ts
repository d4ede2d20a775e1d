import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Finding, LicenceEvent } from '#libs/licence/events.js';
import type { LicenceRule } from '#libs/procedures/procedure.js';

export type InspectionEvent = Extract<
  LicenceEvent,
  { readonly type: 'InspectionClaimed' | 'InspectionReleased' | 'InspectionClosed' }
>;

const findings: Readonly<Record<Finding, Bilingual>> = {
  nothingFound: { vi: 'không phát hiện vi phạm', en: 'nothing was found' },
  remedyOrdered: { vi: 'yêu cầu khắc phục', en: 'a remedy was ordered' },
  violationRecorded: { vi: 'ghi nhận vi phạm', en: 'a violation was recorded' },
};

/** Who acted stands beside the sentence. */
export function inspectionSentence({ type, data }: InspectionEvent, rule: LicenceRule): Bilingual {
  switch (type) {
    case 'InspectionClaimed':
      return { vi: 'Nhận việc kiểm tra.', en: 'Inspection taken.' };
    case 'InspectionReleased':
      return { vi: 'Trả lại việc kiểm tra.', en: 'Inspection given back.' };
    case 'InspectionClosed': {
      const { vi, en } = findings[data.finding];
      const violation = nameOf(data.violation, rule);
      return {
        vi: `Kết luận kiểm tra: ${vi}${violation ? ` (${violation.vi})` : ''}. ${data.note}`,
        en: `Inspection closed: ${en}${violation ? ` (${violation.en})` : ''}. ${data.note}`,
      };
    }
  }
}

function nameOf(code: string | undefined, { supervision }: LicenceRule): Bilingual | undefined {
  if (code === undefined) return undefined;
  return supervision?.violations.find((known) => known.code === code)?.text ?? { vi: code, en: code };
}
