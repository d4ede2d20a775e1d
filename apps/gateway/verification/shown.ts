import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LicenceIssuer } from '#libs/procedures/procedure.js';

/** A fact on a page: as on the paper, or in the page's own words. */
export type Shown = string | Bilingual;

/** Instead of a name that is on the paper and that nothing here tells any more. */
export const ERASED: Bilingual = {
  vi: 'Không còn lưu: dữ liệu của hồ sơ đã được xóa',
  en: 'No longer kept: the data of the dossier were erased',
};

/** The authority that issued, below the one that it belongs to. */
export function issuerText({ issuer }: { readonly issuer?: Pick<LicenceIssuer, 'parent' | 'name'> }): string {
  return [issuer?.parent, issuer?.name].filter(Boolean).join(' – ');
}
