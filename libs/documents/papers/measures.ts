import { mm } from '../layout/mark.js';
import type { Sheet } from '../layout/paginate.js';

/** Sizes of type by the cells of Decree 30/2020 Annex I, on a sheet. */
export interface Measures {
  readonly sheet: Sheet;
  /** Share of the width that the agency's column of the head takes; the motto has the rest. */
  readonly agencyShare: number;
  readonly nation: number;
  readonly motto: number;
  readonly agency: number;
  readonly number: number;
  readonly title: number;
  readonly body: number;
  readonly firstIndent: number;
  readonly paragraphSpace: number;
  readonly recipientsHead: number;
  readonly recipients: number;
  readonly note: number;
  readonly signature: { readonly width: number; readonly height: number; readonly seal: number };
}

/** A4 upright: 20 mm above and below, 30 left, 15 right; body 13 points, first line indented 1.27 cm. */
export const A4: Measures = {
  sheet: {
    width: mm(210),
    height: mm(297),
    margins: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) },
  },
  agencyShare: 0.44,
  nation: 12,
  motto: 13,
  agency: 12,
  number: 13,
  title: 14,
  body: 13,
  firstIndent: mm(12.7),
  paragraphSpace: 6,
  recipientsHead: 12,
  recipients: 11,
  note: 10,
  signature: { width: mm(50), height: mm(25), seal: mm(36) },
};

/** For wide tables (Decree 30/2020 Annex I allows the sheet to lie); the edges turn with the sheet. */
export const A4_LANDSCAPE: Measures = {
  ...A4,
  sheet: {
    width: mm(297),
    height: mm(210),
    margins: { top: mm(20), bottom: mm(15), left: mm(20), right: mm(20) },
  },
};

/** A5 upright, the size of the one-stop slips (Circular 01/2018/TT-VPCP Art. 9), with the type of A4 scaled to the sheet. */
export const A5: Measures = {
  sheet: {
    width: mm(148),
    height: mm(210),
    margins: { top: mm(13), bottom: mm(10), left: mm(17), right: mm(11) },
  },
  agencyShare: 0.42,
  nation: 9,
  motto: 9.5,
  agency: 9,
  number: 10,
  title: 12,
  body: 10,
  firstIndent: mm(8),
  paragraphSpace: 1.5,
  recipientsHead: 9.5,
  recipients: 9,
  note: 7.5,
  signature: { width: mm(36), height: mm(11), seal: 0 },
};

/** A letter of the agency on A5: the seal keeps its real size. */
export const A5_SEALED: Measures = { ...A5, signature: { width: mm(36), height: mm(18), seal: mm(36) } };
