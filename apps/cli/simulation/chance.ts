/** A whole number from 0 up to, not including, `below`. */
export type Chance = (below: number) => number;

const GOLDEN = 0x9e3779b9;
const TWO_32 = 2 ** 32;

/** Repeatable chance (SplitMix32): the same seed draws the same numbers on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state + GOLDEN) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / TWO_32) * below);
  };
}
