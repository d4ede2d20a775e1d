import { codePointsOf } from './code-points.js';
import { PaperError } from './paper-error.js';
import { isPrintable } from './pdf/typefaces.js';

const NO_BREAK_SPACE = '\u00a0';

/**
 * Characters that share a glyph in Tinos with a better known one, or that only steer a text: printed as they are, they would
 * change what is read back from the paper.
 */
const CANONICAL: readonly (readonly [RegExp, string])[] = [
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, ''],
  [/[\u2007\u202f]/gu, NO_BREAK_SPACE],
  [/[\u2010\u2011]/gu, '-'],
  [/\u037e/gu, ';'],
  [/\u2215/gu, '\u2044'],
  [/\ufb01/gu, 'fi'],
  [/\ufb02/gu, 'fl'],
  // Not a space that stands alone: it is most of what there is, and stays.
  [/[\t\n\v\f\r\u0020\u0085\u2000-\u2006\u2008-\u200a\u2028\u2029]{2,}/gu, ' '],
  [/[\t\n\v\f\r\u0085\u2000-\u2006\u2008-\u200a\u2028\u2029]/gu, ' '],
];

/** Controls, private and unassigned characters, and marks that NFC could not join to a letter: they print as nothing or beside it. */
const UNPRINTABLE = /[\p{C}\p{M}]/u;

/**
 * The text as it is printed: NFC, one code point per glyph, single spaces. A no-break space stays one, as glue.
 * @throws PaperError missingGlyph
 */
export function printableText(text: string, field: string): string {
  let printable = text.normalize('NFC');
  for (const [pattern, replacement] of CANONICAL) printable = printable.replace(pattern, replacement);
  for (const codePoint of codePointsOf(printable)) checkGlyph(codePoint, field);
  return printable.trim();
}

/** Found to print before; never more than Tinos has. */
const printing = new Set<number>();

function checkGlyph(codePoint: number, field: string): void {
  if (printing.has(codePoint)) return;
  const character = String.fromCodePoint(codePoint);
  if (!isPrintable(codePoint) || UNPRINTABLE.test(character)) {
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    throw new PaperError({ code: 'missingGlyph', field, character, codePoint: name });
  }
  printing.add(codePoint);
}
