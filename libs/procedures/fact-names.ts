import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { AskedChange } from './result.js';

/** How people call what a licence says, by the names that its template has; an amendment names its facts by these. */
const names: Readonly<Record<string, Bilingual>> = {
  'holder.name': { vi: 'tên tổ chức, doanh nghiệp', en: 'name of the organisation' },
  'holder.owner': { vi: 'chủ sở hữu', en: 'owner' },
  'holder.address': { vi: 'địa chỉ trụ sở chính', en: 'head office' },
  'site.name': { vi: 'tên trang', en: 'name of the site' },
  'site.domain': { vi: 'tên miền', en: 'domain' },
  'site.application': { vi: 'hệ thống phân phối ứng dụng', en: 'distribution system of the application' },
  'site.servers': { vi: 'nơi đặt máy chủ', en: 'place of the servers' },
  purpose: { vi: 'mục đích cung cấp thông tin', en: 'purpose' },
  scope: { vi: 'nội dung thông tin', en: 'content' },
  columns: { vi: 'chuyên mục', en: 'columns' },
  sources: { vi: 'nguồn tin', en: 'sources' },
  'responsiblePerson.name': {
    vi: 'người chịu trách nhiệm quản lý nội dung',
    en: 'person responsible for the content',
  },
  'responsiblePerson.position': {
    vi: 'chức vụ của người chịu trách nhiệm',
    en: 'position of the person responsible',
  },
  'responsiblePerson.nationality': {
    vi: 'quốc tịch của người chịu trách nhiệm',
    en: 'nationality of the person responsible',
  },
  'responsiblePerson.phone': {
    vi: 'điện thoại của người chịu trách nhiệm',
    en: 'telephone of the person responsible',
  },
  'responsiblePerson.email': {
    vi: 'thư điện tử của người chịu trách nhiệm',
    en: 'e-mail of the person responsible',
  },
};

/** Which fact is another after a notice of change. */
export const changedFacts: Readonly<Record<NonNullable<AskedChange['change']>, string>> = {
  owner: 'holder.owner',
  headOffice: 'holder.address',
};

/** One that no table knows is called by its code. */
export function factsCalled(facts: readonly string[]): Bilingual {
  const called = facts.map(
    (fact) => (Object.hasOwn(names, fact) ? names[fact] : undefined) ?? { vi: fact, en: fact },
  );
  return { vi: called.map(({ vi }) => vi).join(', '), en: called.map(({ en }) => en).join(', ') };
}
