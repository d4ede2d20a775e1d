import type { Bilingual } from '#libs/kernel/bilingual.js';
import { shownDate } from '#libs/kernel/time.js';
import type { DocumentKind } from '#libs/licence/document-events.js';
import type { Licence } from '#libs/licence/licence.js';
import { obligationsOf, type OwedObligation } from '#libs/licence/obligations.js';
import type { LicenceTaskKind } from '#libs/licence/work.js';
import type { Procedure } from '#libs/procedures/procedure.js';

/** What a sentence about a licence may have to name: the licence as the commit left it, and its rules. */
export interface Named {
  readonly licence: Licence;
  readonly procedure: Procedure;
}

const documentNames: Readonly<Record<DocumentKind, Bilingual>> = {
  suspension: { vi: 'quyết định đình chỉ giấy phép', en: 'decision to suspend the licence' },
  lifting: { vi: 'quyết định chấm dứt đình chỉ giấy phép', en: 'decision to lift the suspension' },
  revocation: { vi: 'quyết định thu hồi giấy phép', en: 'decision to revoke the licence' },
  remedyOrder: { vi: 'công văn yêu cầu khắc phục', en: 'letter ordering a remedy' },
  reportDemand: { vi: 'công văn yêu cầu báo cáo', en: 'letter demanding a report' },
  reminder: { vi: 'công văn nhắc thực hiện nghĩa vụ', en: 'letter reminding of a duty' },
};

type Verb = Exclude<LicenceTaskKind, 'examineReport'> | 'examine';

const workNames: Readonly<Record<Verb, Bilingual>> = {
  inspect: { vi: 'kiểm tra', en: 'inspection' },
  examine: { vi: 'xem xét báo cáo về', en: 'examination of the report' },
  approveDocument: { vi: 'duyệt', en: 'approval' },
  numberDocument: { vi: 'cấp số', en: 'number' },
  signDocument: { vi: 'ký', en: 'signature' },
  sealDocument: { vi: 'đóng dấu', en: 'seal' },
  requestDocumentSignature: { vi: 'đề nghị ký lại', en: 'new request to sign' },
  mendDocument: { vi: 'khắc phục trở ngại khi lập', en: 'mending of what hinders' },
};

/** A duty by what it is and when it is due: a licence has many over the years. Reminders name a yearly one by its code and day. */
export function dutyNamed(named: Named, obligation: string, dueOn?: string): Bilingual {
  const duty = obligationsOf(named.licence, named.procedure).find(
    (one) => one.id === obligation || (one.code === obligation && one.dueOn === dueOn),
  );
  return duty ? inWords(duty) : { vi: `nghĩa vụ ${obligation}`, en: `duty ${obligation}` };
}

function inWords({ name, dueOn }: OwedObligation): Bilingual {
  return {
    vi: `nghĩa vụ “${name.vi}”, hạn ngày ${shownDate(dueOn)}`,
    en: `“${name.en}”, due on ${shownDate(dueOn)}`,
  };
}

export function documentKindNamed(kind: DocumentKind): Bilingual {
  return documentNames[kind];
}

export function documentNamed({ licence }: Named, id: string): Bilingual {
  const document = licence.documents.find((one) => one.id === id);
  return document ? documentNames[document.kind] : { vi: 'văn bản', en: 'document' };
}

/** Work by its task, whose id begins with what is to be done and goes on with what it is about. */
export function workNamed(named: Named, task: string): Bilingual {
  const [verb = '', ...rest] = task.split('-');
  const { vi, en } = Object.hasOwn(workNames, verb) ? workNames[verb as Verb] : { vi: verb, en: verb };
  const what = workedOn(named, verb, rest.join('-'));
  return { vi: `${vi} ${what.vi}`, en: `${en} (${what.en})` };
}

/** Each version of a report is examined anew, by its number. */
function workedOn(named: Named, verb: string, about: string): Bilingual {
  if (verb === 'inspect') return dutyNamed(named, about);
  return verb === 'examine' ? dutyNamed(named, about.replace(/-\d+$/u, '')) : documentNamed(named, about);
}
