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
  [/[\t\n\v\f\r\u0020\u0085\u2000-\u2006\u2008-\u200a\u2028\u2029]+/gu, ' '],
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
  for (const character of printable) checkGlyph(character, field);
  return printable.trim();
}

function checkGlyph(character: string, field: string): void {
  const codePoint = character.codePointAt(0) ?? 0;
  if (isPrintable(codePoint) && !UNPRINTABLE.test(character)) return;
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  throw new PaperError({ code: 'missingGlyph', field, character, codePoint: name });
}
