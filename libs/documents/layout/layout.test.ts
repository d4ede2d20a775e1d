import { describe, expect, test } from '@jest/globals';
import { array, assert as assertProperty, property, stringMatching } from 'fast-check';
import { typeface } from '../pdf/typefaces.js';
import type { Block, Paragraph } from './block.js';
import type { Mark, Style, TextMark } from './mark.js';
import { paginate } from './paginate.js';
import { typeset } from './typeset.js';

const STYLE: Style = { face: 'regular', size: 13 };
const SHEET = { width: 300, height: 200, margins: { top: 20, bottom: 20, left: 30, right: 30 } };
const WIDTH = 240;

function paragraph(text: string, more: Partial<Paragraph> = {}): Paragraph {
  return { kind: 'paragraph', runs: [{ text, style: STYLE }], align: 'justify', ...more };
}

function pagesOf(...blocks: Block[]): TextMark[][] {
  return paginate(typeset(blocks, WIDTH), SHEET).map(({ marks }) => marks.filter(isText));
}

const isText = (mark: Mark): mark is TextMark => mark.kind === 'text';
/** Where its ink ends: the space that parts it from the next line is not seen. */
function rightEdge({ x, text, style, stretch }: TextMark): number {
  const seen = text.trimEnd();
  return x + typeface(style.face).widthOf(seen, style.size) + stretch * (seen.split(' ').length - 1);
}

const words = (count: number): string => Array.from({ length: count }, (_, index) => `từ${index}`).join(' ');

describe('paragraphs', () => {
  test('justified lines end at the margin, the last one where its text ends', () => {
    const lines = pagesOf(paragraph(words(20))).flat();
    for (const line of lines.slice(0, -1)) expect(rightEdge(line)).toBeCloseTo(270, 3);
    expect(rightEdge(lines.at(-1)!)).toBeLessThan(270);
    expect(lines.at(-1)!.stretch).toBe(0);
  });

  test('no word is lost, doubled or grown together with the next, no space gets into a word that is broken, and no line is wider than the column, whatever the words', () => {
    const word = stringMatching(/^[a-zđ/.]{1,90}$/u);
    assertProperty(
      property(array(word, { minLength: 1, maxLength: 40 }), (texts) => {
        const lines = pagesOf(paragraph(texts.join(' '), { align: 'left' })).flat();
        expect(lines.map((line) => line.text).join('')).toBe(texts.join(' '));
        for (const line of lines) expect(rightEdge(line)).toBeLessThanOrEqual(270.001);
      }),
    );
  });

  test('a no-break space holds words together and is drawn as a space', () => {
    const lines = pagesOf(paragraph(`${words(10)} Điều\u00a01.`, { align: 'left' })).flat();
    expect(lines.map((line) => line.text)).toContain('Điều 1.');
  });

  test('a style may change inside a word', () => {
    const bold: Style = { face: 'bold', size: 13 };
    const runs = [
      { text: 'Điều 1', style: bold },
      { text: '. Cho phép', style: STYLE },
    ];
    const marks = pagesOf(paragraph('', { runs, align: 'left' })).flat();
    expect(marks.map(({ text, style }) => [text, style.face])).toStrictEqual([
      ['Điều 1', 'bold'],
      ['. Cho phép', 'regular'],
    ]);
    expect(marks[1]!.x).toBeCloseTo(rightEdge(marks[0]!), 6);
  });

  test('centred lines are balanced, rather before "và"', () => {
    const linesOf = (text: string): string[] => {
      const column = { width: 140, blocks: [paragraph(text, { align: 'centre' })] };
      return pagesOf({ kind: 'columns', columns: [column] })
        .flat()
        .map((mark) => mark.text);
    };
    expect(linesOf('Ủy ban nhân dân tỉnh Điện Biên')).toStrictEqual(['Ủy ban nhân dân ', 'tỉnh Điện Biên']);
    expect(linesOf('Sở Văn hóa, Thể thao và Du lịch')).toStrictEqual(['Sở Văn hóa, Thể thao ', 'và Du lịch']);
  });
});

describe('pages', () => {
  test('neither the first nor the last line of a paragraph stands alone', () => {
    for (let before = 1; before <= 12; before += 1) {
      const fill = Array.from({ length: before }, () => paragraph('đầy'));
      const pages = pagesOf(...fill, paragraph(words(24), { role: 'H1' }));
      const counts = pages.map((marks) => marks.filter((mark) => mark.element?.role === 'H1').length);
      expect(counts.filter((count) => count === 1)).toStrictEqual([]);
    }
  });

  test('what is kept with the next goes with it to the next page', () => {
    const fill = Array.from({ length: 9 }, () => paragraph('đầy'));
    const pages = pagesOf(...fill, paragraph('Điều 4', { keepWithNext: true }), {
      kind: 'columns',
      columns: [{ width: 100, blocks: [paragraph('Ký')] }],
    });
    expect(pages.map((marks) => marks.map(({ text }) => text)).at(-1)).toStrictEqual(['Điều 4', 'Ký']);
  });

  test('a table that breaks begins again with its head, told once to a screen reader', () => {
    const rows = Array.from({ length: 12 }, (_, index) => [String(index + 1), `Giấy tờ số ${index + 1}`]);
    const pages = pagesOf({
      kind: 'table',
      widths: [60, 180],
      head: ['TT', 'Tên'],
      rows,
      centred: [0],
      size: 11,
      spaceBefore: 0,
    });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map((marks) => marks[0]!.text)).toStrictEqual(pages.map(() => 'TT'));
    expect(pages.map((marks) => marks[0]!.element?.role)).toStrictEqual([
      'TH',
      ...pages.slice(1).map(() => undefined),
    ]);
  });

  test('a block higher than a page is refused', () => {
    const tall: Block = { kind: 'columns', columns: [{ width: 100, blocks: [paragraph(words(80))] }] };
    expect(() => pagesOf(tall)).toThrow(expect.objectContaining({ code: 'tooLong' }));
  });
});
