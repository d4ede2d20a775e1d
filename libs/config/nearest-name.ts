/** More slips than this are no slip of the keyboard. */
const MAX_SLIPS = 4;

/** The name that somebody probably meant: fewest letters added, dropped or replaced. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, slips: slipsBetween(written, name) }))
    .toSorted((a, b) => a.slips - b.slips);
  const best = ranked[0];
  return best !== undefined && best.slips <= MAX_SLIPS ? best.name : undefined;
}

/** Levenshtein distance, row by row. */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [position, letter] of one.split('').entries()) {
    row = nextRow(row, letter, { other, position });
  }
  return row.at(-1) ?? 0;
}

function nextRow(
  row: readonly number[],
  letter: string,
  { other, position }: { readonly other: string; readonly position: number },
): number[] {
  const next = [position + 1];
  for (const [index, counterpart] of other.split('').entries()) {
    const replaced = (row[index] ?? 0) + (letter === counterpart ? 0 : 1);
    next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
  }
  return next;
}
