import type { Figure } from './figure.js';

const HEADINGS = ['id', 'value', 'floor', 'unit', 'ratio', 'min … max', 'runs', 'what'] as const;

/** The figures in columns, numbers to the right. */
export function table(figures: readonly Figure[]): string {
  const rows = [[...HEADINGS], ...figures.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, column, widths))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf({ id, value, floor, unit, ratio, min, max, runs, name }: Figure): string[] {
  const spread = `${ratioText(min)} … ${ratioText(max)}`;
  return [id, numberText(value), numberText(floor), unit, ratioText(ratio), spread, String(runs), name];
}

const isText = (column: number): boolean => column === 0 || column === 3 || column === 7;

function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return isText(column) ? cell.padEnd(width) : cell.padStart(width);
}

const ratioText = (ratio: number): string => ratio.toFixed(2);

function numberText(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
