import type { Table } from './block.js';
import type { Element, Mark, Piece, RuleMark, TextMark } from './mark.js';
import { moved } from './mark.js';
import { typesetParagraph } from './paragraph.js';

const PADDING = 2.5;
const HAIRLINE = 0.5;
const BLANK: TextMark = {
  kind: 'text',
  text: ' ',
  style: { face: 'regular', size: 8 },
  stretch: 0,
  x: 0,
  y: 8,
};

/** One piece per row; the head is drawn again on each page that the table reaches. */
export function typesetTable(table: Table): Piece[] {
  const element: Element = { role: 'Table' };
  const head = row(table, { cells: table.head, role: 'TH' }, element);
  const last = table.rows.length - 1;
  const rows = table.rows.map((cells, index) => ({
    ...row(table, { cells, role: 'TD' }, element),
    head,
    keepWithNext: index === last && table.keepWithNext === true,
  }));
  return [{ ...head, spaceBefore: table.spaceBefore, keepWithNext: true }, ...rows];
}

function row(table: Table, content: { cells: readonly string[]; role: 'TH' | 'TD' }, parent: Element): Piece {
  const line: Element = { role: 'TR', parent };
  let x = 0;
  const cells = content.cells.map((text, column) => {
    const width = table.widths[column] ?? 0;
    const pieces = cellPieces(table, { text, column, isHead: content.role === 'TH' });
    const cell = { x, width, pieces, height: pieces.reduce((sum, piece) => sum + piece.height, 0) };
    x += width;
    return cell;
  });
  const height = Math.max(...cells.map((cell) => cell.height)) + 2 * PADDING;
  const marks = cells.flatMap((cell) => {
    const cellElement: Element = { role: content.role, parent: line };
    return moved(cellMarks(cell.pieces, cellElement), cell.x + PADDING, PADDING);
  });
  const rules = frame(cells.map((cell) => cell.x).concat(x), height);
  return { height, spaceBefore: 0, keepWithNext: false, marks: [...rules, ...marks] };
}

function cellPieces(table: Table, cell: { text: string; column: number; isHead: boolean }): Piece[] {
  return typesetParagraph(
    {
      kind: 'paragraph',
      runs: [{ text: cell.text, style: { face: cell.isHead ? 'bold' : 'regular', size: table.size } }],
      align: cell.isHead || table.centred.includes(cell.column) ? 'centre' : 'left',
      leading: 1.15,
    },
    (table.widths[cell.column] ?? 0) - 2 * PADDING,
  );
}

/** An empty cell holds a space: without any content it would be missing from the row that is read aloud. */
function cellMarks(pieces: readonly Piece[], element: Element): Mark[] {
  if (pieces.every(({ marks }) => marks.length === 0)) return [{ ...BLANK, element }];
  let y = 0;
  return pieces.flatMap((piece) => {
    const marks = moved(piece.marks, 0, y).map((mark) => ({ ...mark, element }));
    y += piece.height;
    return marks;
  });
}

function frame(edges: readonly number[], height: number): RuleMark[] {
  const width = edges.at(-1) ?? 0;
  const level = [0, height].map((y): RuleMark => ({ kind: 'rule', x: 0, y, width, height: HAIRLINE }));
  const upright = edges.map((x): RuleMark => ({
    kind: 'rule',
    x,
    y: 0,
    width: HAIRLINE,
    height: height + HAIRLINE,
  }));
  return [...level, ...upright];
}
