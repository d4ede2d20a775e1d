import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Finding, LicenceEvent } from '#libs/licence/events.js';
import type { LicenceRule } from '#libs/procedures/procedure.js';
import { type Named, workNamed } from './licence-names.js';

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
export function inspectionSentence({ type, data }: InspectionEvent, named: Named): Bilingual {
  const { vi: what, en: work } = workNamed(named, data.inspection);
  switch (type) {
    case 'InspectionClaimed':
      return { vi: `Nhận việc ${what}.`, en: `Taken: ${work}.` };
    case 'InspectionReleased':
      return { vi: `Trả lại việc ${what}.`, en: `Given back: ${work}.` };
    case 'InspectionClosed': {
      const { vi, en } = findings[data.finding];
      const violation = nameOf(data.violation, named.procedure.licence);
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
