import { typeface } from '../pdf/typefaces.js';
import type { Paragraph, Run } from './block.js';
import type { Element, Piece, Style, TextMark } from './mark.js';

const NO_BREAK_SPACE = /\u00a0/gu;
const DEFAULT_LEADING = 1.2;
/** Share of the line height above the baseline; the rest is room for descenders. */
const BASELINE = 0.78;

interface Fragment {
  readonly text: string;
  readonly style: Style;
}

/** What stands between two spaces; it may change its style inside. Measured once: lines are tried in many widths. */
interface Word {
  readonly parts: readonly Fragment[];
  readonly width: number;
  /** As wide as in the style in which the word ends; none inside a word that is broken. */
  readonly spaceAfter: number;
}

interface Line {
  readonly words: readonly Word[];
  readonly width: number;
}

/** One piece per line; the first two and the last two lines stay together, so that no line stands alone on a page. */
export function typesetParagraph(paragraph: Paragraph, width: number): Piece[] {
  const lines = linesOf(paragraph, width);
  const element: Element = { role: paragraph.role ?? 'P' };
  const size = Math.max(...paragraph.runs.map((run) => run.style.size));
  const height = size * (paragraph.leading ?? DEFAULT_LEADING);
  return lines.map((line, index) => ({
    height,
    spaceBefore: index === 0 ? (paragraph.spaceBefore ?? 0) : 0,
    keepWithNext: isGlued(index, lines.length, paragraph.keepWithNext ?? false),
    marks: lineMarks(
      { line, paragraph, width, index, last: index === lines.length - 1 },
      height * BASELINE,
      element,
    ),
  }));
}

/** Of the lines as they are printed, in a column of that width. */
export function longestLine(paragraph: Paragraph, width: number): number {
  return Math.max(...linesOf(paragraph, width).map((line) => line.width));
}

function linesOf(paragraph: Paragraph, width: number): Line[] {
  const indent = paragraph.indent ?? 0;
  const words = wordsOf(paragraph.runs);
  const room = { first: width - indent - (paragraph.firstIndent ?? 0), other: width - indent };
  return paragraph.align === 'centre' ? balancedLines(words, room.other) : brokenIntoLines(words, room);
}

function isGlued(index: number, count: number, keepWithNext: boolean): boolean {
  if (index === count - 1) return keepWithNext;
  return index === 0 || index === count - 2;
}

function wordsOf(runs: readonly Run[]): Word[] {
  const words: Fragment[][] = [[]];
  for (const run of runs) {
    run.text.split(' ').forEach((text, index) => {
      if (index > 0) words.push([]);
      if (text !== '') words.at(-1)?.push({ text: text.replace(NO_BREAK_SPACE, ' '), style: run.style });
    });
  }
  return words.filter((parts) => parts.length > 0).map(measured);
}

function measured(parts: readonly Fragment[]): Word {
  const style = parts.at(-1)?.style;
  const spaceAfter = style ? typeface(style.face).widthOf(' ', style.size) : 0;
  return { parts, width: widthOf(parts), spaceAfter };
}

function widthOf(parts: readonly Fragment[]): number {
  return parts.reduce((sum, { text, style }) => sum + typeface(style.face).widthOf(text, style.size), 0);
}

function brokenIntoLines(words: readonly Word[], widths: { first: number; other: number }): Line[] {
  const lines: { words: Word[]; width: number }[] = [{ words: [], width: 0 }];
  const room = (): number => (lines.length === 1 ? widths.first : widths.other);
  for (const word of words.flatMap((long) => brokenToFit(long, Math.min(widths.first, widths.other)))) {
    const line = lines.at(-1);
    const before = line?.words.at(-1);
    const needed = word.width + (before ? before.spaceAfter : 0);
    if (line && (!before || line.width + needed <= room())) {
      line.words.push(word);
      line.width += needed;
    } else {
      lines.push({ words: [word], width: word.width });
    }
  }
  return lines;
}

/** Centred lines of about the same length, so that no single word hangs below a full line; rather before "và" than elsewhere. */
function balancedLines(words: readonly Word[], width: number): Line[] {
  const greedy = brokenIntoLines(words, { first: width, other: width });
  if (greedy.length === 1) return greedy;
  const total = greedy.reduce((sum, line) => sum + line.width, 0);
  let narrowest: Line[] | undefined;
  for (let room = total / greedy.length; room < width; room += width / 50) {
    const lines = brokenIntoLines(words, { first: room, other: room });
    if (lines.length !== greedy.length) continue;
    if (breaksBeforeAnd(lines)) return lines;
    narrowest ??= lines;
  }
  return narrowest ?? greedy;
}

function breaksBeforeAnd(lines: readonly Line[]): boolean {
  return lines.some((line, index) => index > 0 && line.words[0]?.parts[0]?.text.toLowerCase() === 'và');
}

/** A word wider than the line (a web address, a code) is broken after a slash, else after a dot or a hyphen, where there is one. */
function brokenToFit(word: Word, room: number): Word[] {
  if (word.width <= room) return [word];
  const characters = word.parts.flatMap(({ text, style }) =>
    Array.from(text, (character) => ({ text: character, style })),
  );
  const count = characters.findIndex((_, index) => widthOf(characters.slice(0, index + 1)) > room);
  const fitting = Math.max(count, 1);
  const after = (signs: string): number =>
    characters.slice(0, fitting).findLastIndex(({ text }) => signs.includes(text)) + 1;
  const cut = [after('/'), after('.-')].find((place) => place > fitting / 2) ?? fitting;
  const head = { ...measured(joined(characters.slice(0, cut))), spaceAfter: 0 };
  return [head, ...brokenToFit(measured(joined(characters.slice(cut))), room)];
}

function joined(parts: readonly Fragment[]): Fragment[] {
  const whole: Fragment[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && last.style === part.style)
      whole[whole.length - 1] = { text: last.text + part.text, style: part.style };
    else whole.push(part);
  }
  return whole;
}

interface PlacedLine {
  readonly line: Line;
  readonly paragraph: Paragraph;
  readonly width: number;
  readonly index: number;
  readonly last: boolean;
}

function lineMarks(placed: PlacedLine, baseline: number, element: Element): TextMark[] {
  const { line, last } = placed;
  const { start, stretch } = placement(placed);
  let x = start;
  return joined(spacedParts(line.words, last)).map(({ text, style }, index, parts) => {
    const mark: TextMark = { kind: 'text', x, y: baseline, text, style, stretch, element };
    if (index < parts.length - 1) x += widthOf([{ text, style }]) + stretch * spacesIn(text);
    return mark;
  });
}

/**
 * Each word is followed by its space, but the last of the paragraph. At the end of a line it is not seen, and it parts the words for
 * whoever reads the text without the places: a screen reader, a search, a copy.
 */
function spacedParts(words: readonly Word[], isLastLine: boolean): Fragment[] {
  return words.flatMap(({ parts, spaceAfter }, index) => {
    const end = parts.at(-1);
    if (!end || spaceAfter === 0 || (isLastLine && index === words.length - 1)) return parts;
    return [...parts.slice(0, -1), { text: `${end.text} `, style: end.style }];
  });
}

function spacesIn(text: string): number {
  return text.split(' ').length - 1;
}

function placement(placed: PlacedLine): { start: number; stretch: number } {
  const { line, paragraph, width, index, last } = placed;
  const start = (paragraph.indent ?? 0) + (index === 0 ? (paragraph.firstIndent ?? 0) : 0);
  const spare = width - start - line.width;
  if (paragraph.align === 'centre') return { start: start + spare / 2, stretch: 0 };
  if (paragraph.align === 'left' || last) return { start, stretch: 0 };
  // All but the one at its end, which stands beyond the margin.
  const spaces = spacedParts(line.words, true).reduce((sum, { text }) => sum + spacesIn(text), 0);
  return { start, stretch: spaces > 0 ? spare / spaces : 0 };
}
