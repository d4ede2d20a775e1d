import { assertNever } from '#libs/kernel/assert-never.js';
import type { Block, Columns, Rule, Space } from './block.js';
import type { Mark, Piece } from './mark.js';
import { moved } from './mark.js';
import { typesetParagraph } from './paragraph.js';
import { typesetQrCode } from './qr-code.js';
import { typesetTable } from './table.js';

const RULE_THICKNESS = 0.75;

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
  const marks = (block.cells ?? []).map((cell): Mark => ({ kind: 'cell', ...cell }));
  return { height: block.height, spaceBefore: 0, keepWithNext: true, marks };
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
