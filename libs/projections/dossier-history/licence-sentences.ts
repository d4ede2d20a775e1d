import type { Bilingual } from '#libs/kernel/bilingual.js';
import { localDateOf, shownDate } from '#libs/kernel/time.js';
import { type DocumentEvent, isAboutDocument } from '#libs/licence/documents.js';
import type { LicenceEvent, LicenceEvents } from '#libs/licence/events.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { documentSentence } from './document-sentences.js';
import { type InspectionEvent, inspectionSentence } from './inspection-sentences.js';
import { obligationSentence, type ObligationEvent } from './obligation-sentences.js';

/** The life of a licence as the office tells it. */
export function licenceSentence(event: LicenceEvent, { licence }: Procedure): Bilingual {
  if (isAboutObligation(event)) return obligationSentence(event, licence);
  if (isAboutDocument(event)) return documentSentence(event);
  return isAboutInspection(event) ? inspectionSentence(event, licence) : lifeSentence(event);
}

function isAboutInspection(event: LicenceEvent): event is InspectionEvent {
  return event.type.startsWith('Inspection');
}

function isAboutObligation(event: LicenceEvent): event is ObligationEvent {
  return event.type.startsWith('Obligation') || event.type.startsWith('Report');
}

type LifeEvent = Exclude<LicenceEvent, ObligationEvent | InspectionEvent | DocumentEvent>;

function renewalReminder({ expiresOn, final }: LicenceEvents['RenewalReminded']): Bilingual {
  const day = shownDate(expiresOn);
  if (!final) {
    return {
      vi: `Nhắc gia hạn giấy phép, hết hạn ngày ${day}.`,
      en: `Reminder to renew; the licence expires on ${day}.`,
    };
  }
  return {
    vi: `Báo trước giấy phép hết hạn ngày ${day} và không còn được gia hạn.`,
    en: `Told that the licence expires on ${day} and can no longer be extended.`,
  };
}

function lifeSentence({ type, data }: LifeEvent): Bilingual {
  switch (type) {
    case 'LicenceOpened':
      return {
        vi: `Giấy phép ${data.text} có hiệu lực từ ngày ${shownDate(data.issuedOn)} đến hết ngày ${shownDate(data.expiresOn)}.`,
        en: `Licence ${data.text} in force from ${shownDate(data.issuedOn)} until ${shownDate(data.expiresOn)}.`,
      };
    case 'RenewalReminded':
      return renewalReminder(data);
    case 'WorkReminded':
      return { vi: 'Nhắc người xử lý: sắp đến hạn.', en: 'The office was reminded: it is nearly due.' };
    case 'WorkEscalated':
      return {
        vi: `Báo cáo trưởng phòng: quá hạn ${shownDate(localDateOf(data.dueAt))}.`,
        en: `Told to the head of division: overdue since ${shownDate(localDateOf(data.dueAt))}.`,
      };
    case 'LicenceExpired':
      return {
        vi: `Giấy phép hết hiệu lực từ ngày ${shownDate(data.expiredOn)}.`,
        en: `Licence expired on ${shownDate(data.expiredOn)}.`,
      };
    case 'LicenceAmended':
    case 'LicenceExtended':
    case 'LicenceReissued':
    case 'HolderChangeNoted':
      return changeSentence({ type, data } as ChangeEvent);
    default:
      return measureSentence({ type, data } as MeasureEvent);
  }
}

type ChangeEvent = Extract<
  LicenceEvent,
  { readonly type: 'LicenceAmended' | 'LicenceExtended' | 'LicenceReissued' | 'HolderChangeNoted' }
>;
type MeasureEvent = Exclude<
  LifeEvent,
  | ChangeEvent
  | {
      readonly type:
        'LicenceOpened' | 'RenewalReminded' | 'LicenceExpired' | 'WorkReminded' | 'WorkEscalated';
    }
>;

function changeSentence({ type, data }: ChangeEvent): Bilingual {
  switch (type) {
    case 'LicenceAmended':
      return {
        vi: `Sửa đổi, bổ sung giấy phép: ${data.facts.join(', ')}.`,
        en: `Licence amended: ${data.facts.join(', ')}.`,
      };
    case 'LicenceExtended':
      return {
        vi: `Gia hạn giấy phép ${data.years} năm, đến hết ngày ${shownDate(data.expiresOn)}.`,
        en: `Licence extended by ${data.years} years, until ${shownDate(data.expiresOn)}.`,
      };
    case 'LicenceReissued':
      return { vi: `Cấp lại giấy phép: ${data.reason}`, en: `Licence issued again: ${data.reason}` };
    case 'HolderChangeNoted':
      return holderChange(data);
  }
}

const changedNames = {
  owner: { vi: 'chủ sở hữu', en: 'owner' },
  headOffice: { vi: 'địa chỉ trụ sở chính', en: 'head office' },
} as const;

function holderChange({ change, changedOn, told }: LicenceEvents['HolderChangeNoted']): Bilingual {
  const late = told?.late
    ? {
        vi: `; thông báo ngày ${shownDate(told.on)}, quá hạn ${shownDate(told.by)}`,
        en: `; told on ${shownDate(told.on)}, late: it was due by ${shownDate(told.by)}`,
      }
    : { vi: '', en: '' };
  return {
    vi: `Xác nhận thay đổi ${changedNames[change].vi} từ ngày ${shownDate(changedOn)}${late.vi}.`,
    en: `Change of ${changedNames[change].en} on ${shownDate(changedOn)} confirmed${late.en}.`,
  };
}

function measureSentence({ type, data }: MeasureEvent): Bilingual {
  switch (type) {
    case 'LicenceSuspended':
      return {
        vi: `Đình chỉ giấy phép đến hết ngày ${shownDate(data.until)}: ${data.reason} ${legal(data).vi}`,
        en: `Licence suspended until ${shownDate(data.until)}: ${data.reason} ${legal(data).en}`,
      };
    case 'LicenceRevoked':
      return {
        vi: `Thu hồi giấy phép từ ngày ${shownDate(data.revokedOn)}: ${data.reason} ${legal(data).vi}`,
        en: `Licence revoked on ${shownDate(data.revokedOn)}: ${data.reason} ${legal(data).en}`,
      };
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

function legal({ clause, appealUntil }: LicenceEvents['LicenceSuspended' | 'LicenceRevoked']): Bilingual {
  return {
    vi: `(${clause}; khiếu nại đến hết ngày ${shownDate(appealUntil)})`,
    en: `(${clause}; may be appealed until ${shownDate(appealUntil)})`,
  };
}
