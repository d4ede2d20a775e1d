import type { Bilingual } from '#libs/kernel/bilingual.js';
import { shownDate } from '#libs/kernel/time.js';
import type { LicenceEvent, LicenceEvents } from '#libs/licence/events.js';
import type { LicenceRule } from '#libs/procedures/procedure.js';
import { dutyNamed, type Named } from './licence-names.js';

export type ObligationEvent = Extract<
  LicenceEvent,
  {
    readonly type:
      | 'ObligationReminded'
      | 'ObligationAsked'
      | 'ReportSubmitted'
      | 'ReportReturned'
      | 'ReportAccepted'
      | 'ObligationExcused'
      | 'ObligationMissed'
      | 'ObligationLapsed'
      | 'ReportLeftUnexamined';
  }
>;

/** What happened about a duty. The reports themselves lie outside the log; a sentence names them by number. */
export function obligationSentence(event: ObligationEvent, named: Named): Bilingual {
  if (event.type === 'ObligationAsked') return asked(event.data, named.procedure.licence);
  const { obligation } = event.data;
  const duty = dutyNamed(named, obligation, 'dueOn' in event.data ? event.data.dueOn : undefined);
  return toldOf(event, duty);
}

function asked(
  { kind, subject, dueOn, clause }: LicenceEvents['ObligationAsked'],
  rule: LicenceRule,
): Bilingual {
  const { vi, en } = nameOf(rule, kind);
  return {
    vi: `${vi}: ${subject} (hạn ngày ${shownDate(dueOn)}; ${clause}).`,
    en: `${en}: ${subject} (due on ${shownDate(dueOn)}; ${clause}).`,
  };
}

type Told = Exclude<ObligationEvent, { readonly type: 'ObligationAsked' }>;

function toldOf({ type, data }: Told, { vi, en }: Bilingual): Bilingual {
  switch (type) {
    case 'ObligationReminded':
      return { vi: `Nhắc ${vi}.`, en: `Reminder of ${en}.` };
    case 'ReportSubmitted':
      return {
        vi: `Đã nộp báo cáo lần ${data.reportNumber}${data.late ? ', quá hạn' : ''}: ${vi}.`,
        en: `Report handed in, version ${data.reportNumber}${data.late ? ', late' : ''}: ${en}.`,
      };
    case 'ReportReturned':
      return {
        vi: `Trả lại báo cáo lần ${data.reportNumber} (${vi}): ${data.reason}`,
        en: `Report, version ${data.reportNumber} (${en}), returned for correction: ${data.reason}`,
      };
    case 'ReportAccepted':
      return {
        vi: `Chấp nhận báo cáo lần ${data.reportNumber}${data.late ? ', nộp quá hạn' : ''}: ${vi}.`,
        en: `Report accepted, version ${data.reportNumber}${data.late ? ', handed in late' : ''}: ${en}.`,
      };
    case 'ObligationExcused':
      return { vi: `Miễn ${vi}: ${data.reason}`, en: `Excused: ${en}: ${data.reason}` };
    case 'ObligationMissed':
      return {
        vi: `Không thực hiện ${vi}; đề nghị kiểm tra.`,
        en: `Not met: ${en}; an inspection is asked for.`,
      };
    case 'ObligationLapsed':
      return { vi: `Chấm dứt cùng giấy phép: ${vi}.`, en: `Ended with the licence: ${en}.` };
    case 'ReportLeftUnexamined':
      return {
        vi: `Giấy phép chấm dứt khi báo cáo lần ${data.reportNumber} (${vi}) đã nộp${data.late ? ' (quá hạn)' : ''} nhưng chưa được xem xét.`,
        en: `The licence ended while the report, version ${data.reportNumber} (${en}), handed in${data.late ? ' late' : ''}, was not yet examined.`,
      };
  }
}

function nameOf({ supervision }: LicenceRule, kind: string): Bilingual {
  return supervision?.asked.find((known) => known.kind === kind)?.name ?? { vi: kind, en: kind };
}
