import type { Bilingual } from '#libs/kernel/bilingual.js';
import { shownDate } from '#libs/kernel/time.js';
import { addresseeNames, wayNames } from '#libs/summary-duties/addressees.js';
import type { SummaryCommandType } from '#libs/summary-duties/commands.js';
import type { SummaryEvent } from '#libs/summary-duties/events.js';
import { findPeriod } from '#libs/summary-duties/period.js';
import type { SendingStanding } from '#libs/summary-duties/sending.js';
import { periodText } from './summary-texts.js';

export const sendingTexts: Readonly<Record<SendingStanding, Bilingual>> = {
  running: { vi: 'Kỳ báo cáo chưa kết thúc', en: 'The period is not over' },
  awaited: { vi: 'Chưa gửi, chưa đến hạn', en: 'Not sent yet, not due' },
  late: { vi: 'Quá hạn, chưa ghi nhận việc gửi', en: 'Late, not recorded as sent' },
  sent: { vi: 'Đã gửi đúng hạn', en: 'Sent in time' },
  sentLate: { vi: 'Đã gửi, quá hạn', en: 'Sent late' },
};

export const summaryCommandNames: Readonly<Record<SummaryCommandType, Bilingual>> = {
  recordSummarySent: { vi: 'Ghi nhận đã gửi báo cáo tổng hợp', en: 'Record that a summary was sent' },
  withdrawSummarySending: { vi: 'Hủy ghi nhận gửi báo cáo tổng hợp', en: 'Withdraw a recorded sending' },
};

/** What happened, as the office says it; who did it stands beside the sentence. */
export function sendingSentence({ type, data }: SummaryEvent): Bilingual {
  const to = addresseeNames[data.addressee];
  const on = shownDate(data.sentOn);
  const of = periodOf(data.period);
  if (type === 'SummarySendingWithdrawn') {
    return {
      vi: `Hủy ghi nhận gửi báo cáo tổng hợp ${of.vi} đến ${to.vi} ngày ${on} (số ${data.reference}): ${data.reason}`,
      en: `Sending of the summary of the ${of.en} to the ${to.en} on ${on} (${data.reference}) withdrawn: ${data.reason}`,
    };
  }
  const [way, due] = [wayNames[data.way], shownDate(data.dueOn)];
  return {
    vi: `Đã gửi báo cáo tổng hợp ${of.vi} đến ${to.vi} ngày ${on} ${way.vi}, số ${data.reference}${data.late ? `; quá hạn ngày ${due}` : ''} (${data.clause}).`,
    en: `Summary of the ${of.en} sent to the ${to.en} on ${on} ${way.en}, ${data.reference}${data.late ? `; late, it was due on ${due}` : ''} (${data.clause}).`,
  };
}

function periodOf(name: string): Bilingual {
  const period = findPeriod(name);
  return period ? periodText(period) : { vi: name, en: name };
}
