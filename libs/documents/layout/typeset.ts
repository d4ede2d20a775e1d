import { assertNever } from '#libs/kernel/assert-never.js';
import type { Block, Cell, Columns, Paragraph, Rule, Space } from './block.js';
import type { Mark, Piece, Style } from './mark.js';
import { moved } from './mark.js';
import { typesetParagraph } from './paragraph.js';
import { typesetQrCode } from './qr-code.js';
import { typesetTable } from './table.js';

const RULE_THICKNESS = 0.75;
const CELL_STYLE: Style = { face: 'regular', size: 8, colour: 'red' };

export function typeset(blocks: readonly Block[], width: number): Piece[] {
  return blocks.flatMap((block) => typesetBlock(block, width));
}

function typesetBlock(block: Block, width: number): Piece[] {
  switch (block.kind) {
    case 'paragraph':
      return typesetParagraph(block, width);
    case 'rule':
      return [rule(block, width)];
    case 'space':
      return [space(block)];
    case 'columns':
      return [columns(block)];
    case 'table':
      return typesetTable(block);
    case 'qrCode':
      return [typesetQrCode(block)];
    default:
      return assertNever(block);
  }
}

function rule(block: Rule, width: number): Piece {
  const x = (width - block.width) / 2;
  return {
    height: RULE_THICKNESS,
    spaceBefore: block.spaceBefore,
    keepWithNext: block.keepWithNext ?? false,
    marks: [{ kind: 'rule', x, y: 0, width: block.width, height: RULE_THICKNESS }],
  };
}

function space(block: Space): Piece {
  const marks = (block.cells ?? []).flatMap(cellMarks);
  return { height: block.height, spaceBefore: 0, keepWithNext: true, marks };
}

function cellMarks({ lines, linesWidth, ...cell }: Cell): Mark[] {
  const paragraphs = (lines ?? []).map((text): Paragraph => ({
    kind: 'paragraph',
    runs: [{ text, style: CELL_STYLE }],
    align: 'centre',
    leading: 1.1,
  }));
  const printed = stacked(typeset(paragraphs, linesWidth ?? cell.width));
  const top = cell.y + Math.max(0, (cell.height - printed.height) / 2);
  return [{ kind: 'cell', ...cell }, ...moved(printed.marks, cell.x, top)];
}

function columns(block: Columns): Piece {
  let x = 0;
  const stacks = block.columns.map((column) => {
    const stack = stacked(typeset(column.blocks, column.width));
    const marks = moved(stack.marks, x, 0);
    x += column.width;
    return { marks, height: stack.height };
  });
  return {
    height: Math.max(...stacks.map((stack) => stack.height)),
    spaceBefore: block.spaceBefore ?? 0,
    keepWithNext: false,
    marks: stacks.flatMap((stack) => stack.marks),
  };
}

function stacked(pieces: readonly Piece[]): { marks: Mark[]; height: number } {
  let y = 0;
  const marks = pieces.flatMap((piece) => {
    const top = y + piece.spaceBefore;
    y = top + piece.height;
    return moved(piece.marks, 0, top);
  });
  return { marks, height: y };
}
