import type { Mark, Style } from '../layout/mark.js';
import { mm } from '../layout/mark.js';
import type { Sheet } from '../layout/paginate.js';
import { textWidth } from './official-parts.js';

const DEMONSTRATION_MARK = 'BẢN TRÌNH DIỄN – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ';

const PAGE_NUMBER: Style = { face: 'regular', size: 13 };
const ACROSS_DEGREES = 52;

/** Arabic, 13 points, centred in the top margin, from the second page on (Decree 30/2020 Annex I). */
function pageNumber(number: number, sheet: Sheet): Mark[] {
  if (number === 1) return [];
  const text = String(number);
  const x = (sheet.width - textWidth(text, PAGE_NUMBER)) / 2;
  return [{ kind: 'text', text, style: PAGE_NUMBER, stretch: 0, x, y: sheet.margins.top * 0.65 }];
}

/** Across the page in a tint under the text, and in full red at its foot, so that no copy and no printer loses it. */
function demonstrationMarks(sheet: Sheet): Mark[] {
  const across: Style = { face: 'bold', size: sheet.width * 0.052, colour: 'faintRed' };
  const foot: Style = { face: 'bold', size: 10, colour: 'red' };
  const half = textWidth(DEMONSTRATION_MARK, across) / 2;
  const radians = (ACROSS_DEGREES * Math.PI) / 180;
  const mark = { kind: 'text', text: DEMONSTRATION_MARK, stretch: 0 } as const;
  return [
    {
      ...mark,
      style: across,
      turn: ACROSS_DEGREES,
      x: sheet.width / 2 - half * Math.cos(radians),
      y: sheet.height / 2 + half * Math.sin(radians),
    },
    {
      ...mark,
      style: foot,
      x: (sheet.width - textWidth(DEMONSTRATION_MARK, foot)) / 2,
      y: sheet.height - mm(8),
    },
  ];
}

/** What stands on every page of every paper: that it is a demonstration, where it is one, and the number from page 2 on. */
export function pageFurniture(
  { provisional }: { readonly provisional: boolean },
  { number }: { readonly number: number },
  sheet: Sheet,
): Mark[] {
  return [...(provisional ? demonstrationMarks(sheet) : []), ...pageNumber(number, sheet)];
}
