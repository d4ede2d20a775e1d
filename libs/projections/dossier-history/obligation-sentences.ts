import type { Bilingual } from '#libs/kernel/bilingual.js';
import { type LocalDate, shownDate } from '#libs/kernel/time.js';
import type { LicenceEvent, LicenceEvents } from '#libs/licence/events.js';
import type { LicenceRule } from '#libs/procedures/procedure.js';

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
export function obligationSentence({ type, data }: ObligationEvent, rule: LicenceRule): Bilingual {
  switch (type) {
    case 'ObligationReminded':
      return reminded(nameIn(rule, data.obligation), data.dueOn);
    case 'ObligationAsked':
      return {
        vi: `${nameOf(rule, data.kind).vi}: ${data.subject} (hạn ngày ${shownDate(data.dueOn)}; ${data.clause}).`,
        en: `${nameOf(rule, data.kind).en}: ${data.subject} (due on ${shownDate(data.dueOn)}; ${data.clause}).`,
      };
    case 'ReportSubmitted':
      return {
        vi: `Đã nộp báo cáo lần ${data.reportNumber}${data.late ? ', quá hạn' : ''}.`,
        en: `Report handed in, version ${data.reportNumber}${data.late ? ', late' : ''}.`,
      };
    case 'ReportReturned':
      return {
        vi: `Trả lại báo cáo lần ${data.reportNumber}: ${data.reason}`,
        en: `Report, version ${data.reportNumber}, returned for correction: ${data.reason}`,
      };
    case 'ReportAccepted':
      return {
        vi: `Chấp nhận báo cáo lần ${data.reportNumber}${data.late ? ', nộp quá hạn' : ''}.`,
        en: `Report accepted, version ${data.reportNumber}${data.late ? ', handed in late' : ''}.`,
      };
    case 'ObligationExcused':
      return { vi: `Miễn nghĩa vụ: ${data.reason}`, en: `Obligation excused: ${data.reason}` };
    case 'ObligationMissed':
      return {
        vi: `Không thực hiện nghĩa vụ hạn ngày ${shownDate(data.dueOn)}; đề nghị kiểm tra.`,
        en: `Obligation due on ${shownDate(data.dueOn)} was not met; an inspection is asked for.`,
      };
    case 'ObligationLapsed':
      return {
        vi: `Nghĩa vụ hạn ngày ${shownDate(data.dueOn)} chấm dứt cùng giấy phép.`,
        en: `Obligation due on ${shownDate(data.dueOn)} ended with the licence.`,
      };
    case 'ReportLeftUnexamined':
      return leftUnexamined(data);
  }
}

function leftUnexamined(data: LicenceEvents['ReportLeftUnexamined']): Bilingual {
  return {
    vi: `Giấy phép chấm dứt khi báo cáo lần ${data.reportNumber}, hạn ngày ${shownDate(data.dueOn)}, đã nộp${data.late ? ' (quá hạn)' : ''} nhưng chưa được xem xét.`,
    en: `The licence ended while the report due on ${shownDate(data.dueOn)}, version ${data.reportNumber}, handed in${data.late ? ' late' : ''}, was not yet examined.`,
  };
}

function reminded(name: Bilingual, dueOn: LocalDate): Bilingual {
  return {
    vi: `Nhắc nghĩa vụ “${name.vi}”, hạn ngày ${shownDate(dueOn)}.`,
    en: `Reminder of “${name.en}”, due on ${shownDate(dueOn)}.`,
  };
}

function nameIn({ obligations }: LicenceRule, code: string): Bilingual {
  return obligations.find((known) => known.code === code)?.name ?? { vi: code, en: code };
}

function nameOf({ supervision }: LicenceRule, kind: string): Bilingual {
  return supervision?.asked.find((known) => known.kind === kind)?.name ?? { vi: kind, en: kind };
}
