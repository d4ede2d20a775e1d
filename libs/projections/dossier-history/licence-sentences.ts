import type { Bilingual } from '#libs/kernel/bilingual.js';
import { dayEndedBy, shownDate } from '#libs/kernel/time.js';
import { type DocumentEvent, isAboutDocument } from '#libs/licence/documents.js';
import type { LicenceEvent, LicenceEvents } from '#libs/licence/events.js';
import { changedFacts, factsCalled } from '#libs/procedures/fact-names.js';
import { documentSentence } from './document-sentences.js';
import { type InspectionEvent, inspectionSentence } from './inspection-sentences.js';
import { type Named, workNamed } from './licence-names.js';
import { type MeasureEvent, measureSentence } from './measure-sentences.js';
import { obligationSentence, type ObligationEvent } from './obligation-sentences.js';

/** The life of a licence as the office tells it. */
export function licenceSentence(event: LicenceEvent, named: Named): Bilingual {
  if (isAboutObligation(event)) return obligationSentence(event, named);
  if (isAboutDocument(event)) return documentSentence(event, named);
  if (isAboutInspection(event)) return inspectionSentence(event, named);
  return isAboutWork(event) ? workSentence(event, named) : lifeSentence(event, named);
}

type WorkEvent = Extract<LicenceEvent, { readonly type: 'WorkReminded' | 'WorkEscalated' }>;

function isAboutWork(event: LicenceEvent): event is WorkEvent {
  return event.type.startsWith('Work');
}

function workSentence({ type, data }: WorkEvent, named: Named): Bilingual {
  const { vi, en } = workNamed(named, data.task);
  const day = shownDate(dayEndedBy(data.dueAt));
  if (type === 'WorkReminded') {
    return {
      vi: `Nhắc người xử lý: ${vi}; hạn ${day}.`,
      en: `The office was reminded: ${en}; due by ${day}.`,
    };
  }
  return {
    vi: `Báo cáo trưởng phòng: chưa ${vi}; quá hạn ${day}.`,
    en: `Told to the head of division: ${en} was due by ${day}.`,
  };
}

function isAboutInspection(event: LicenceEvent): event is InspectionEvent {
  return event.type.startsWith('Inspection');
}

function isAboutObligation(event: LicenceEvent): event is ObligationEvent {
  return event.type.startsWith('Obligation') || event.type.startsWith('Report');
}

type LifeEvent = Exclude<LicenceEvent, ObligationEvent | InspectionEvent | DocumentEvent | WorkEvent>;

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

function lifeSentence({ type, data }: LifeEvent, { procedure }: Named): Bilingual {
  switch (type) {
    case 'LicenceOpened':
      return {
        vi: `Giấy phép ${data.text} có hiệu lực từ ngày ${shownDate(data.issuedOn)} đến hết ngày ${shownDate(data.expiresOn)}.`,
        en: `Licence ${data.text} in force from ${shownDate(data.issuedOn)} until ${shownDate(data.expiresOn)}.`,
      };
    case 'RenewalReminded':
      return renewalReminder(data);
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
      return measureSentence({ type, data } as MeasureEvent, procedure);
  }
}

type ChangeEvent = Extract<
  LicenceEvent,
  { readonly type: 'LicenceAmended' | 'LicenceExtended' | 'LicenceReissued' | 'HolderChangeNoted' }
>;
function changeSentence({ type, data }: ChangeEvent): Bilingual {
  switch (type) {
    case 'LicenceAmended': {
      const { vi, en } = factsCalled(data.facts);
      return { vi: `Sửa đổi, bổ sung giấy phép: ${vi}.`, en: `Licence amended: ${en}.` };
    }
    case 'LicenceExtended':
      return {
        vi: `Gia hạn giấy phép ${data.years} năm, đến hết ngày ${shownDate(data.expiresOn)}.`,
        en: `Licence extended by ${data.years} years, until ${shownDate(data.expiresOn)}.`,
      };
    case 'LicenceReissued':
      return {
        vi: `Cấp lại giấy phép ${causes[data.cause].vi}: ${data.reason}`,
        en: `Licence issued again, the former ${causes[data.cause].en}: ${data.reason}`,
      };
    case 'HolderChangeNoted':
      return holderChange(data);
  }
}

const causes = {
  lost: { vi: 'bị mất', en: 'lost' },
  damaged: { vi: 'bị hư hỏng', en: 'damaged' },
} as const;

function holderChange({ change, changedOn, told }: LicenceEvents['HolderChangeNoted']): Bilingual {
  const late = told?.late
    ? {
        vi: `; thông báo ngày ${shownDate(told.on)}, quá hạn ${shownDate(told.by)}`,
        en: `; told on ${shownDate(told.on)}, late: it was due by ${shownDate(told.by)}`,
      }
    : { vi: '', en: '' };
  const { vi, en } = factsCalled([changedFacts[change]]);
  return {
    vi: `Xác nhận thay đổi ${vi} từ ngày ${shownDate(changedOn)}${late.vi}.`,
    en: `Change of ${en} on ${shownDate(changedOn)} confirmed${late.en}.`,
  };
}
