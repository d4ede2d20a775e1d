import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as fontkit from '@cantoo/fontkit';
import { codePointsOf } from '../code-points.js';
import { FontSubset, subsetTables } from './font-subset.js';

/** One drawn character: of its own, never the engine's cached object, so that no document can change a later one. */
export interface Glyph {
  readonly id: number;
  readonly codePoints: number[];
  readonly advanceWidth: number;
}

/** What is used of a parsed font file; the engine's own type says more than the PDF writer accepts. */
export interface ParsedFont {
  readonly unitsPerEm: number;
  readonly characterSet: number[];
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
}

export interface Typeface {
  readonly font: ParsedFont;
  readonly file: Uint8Array;
  readonly characters: ReadonlySet<number>;
  readonly glyphsOf: (text: string) => Glyph[];
  readonly newSubset: () => FontSubset;
  /** In points. Kerning is ignored here and when drawing, so that both agree. */
  readonly widthOf: (text: string, size: number) => number;
}

/** Tinos has the advance widths of Times New Roman, which Decree 30/2020 Annex I prescribes: lines break at the same words. */
const FILES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const;

export type FaceName = keyof typeof FILES;
export const FACE_NAMES = Object.keys(FILES) as FaceName[];

/** The engine is loaded with the first face: most processes never print, and it takes some ten megabytes. */
const require = createRequire(import.meta.url);
const loaded = new Map<FaceName, Typeface>();

/** Read and parsed when first asked for, then kept: about half a megabyte each. */
export function typeface(name: FaceName): Typeface {
  const known = loaded.get(name);
  if (known) return known;
  const face = load(name);
  loaded.set(name, face);
  return face;
}

/** True when every face can print the character. */
export function isPrintable(codePoint: number): boolean {
  return FACE_NAMES.every((name) => typeface(name).characters.has(codePoint));
}

function load(name: FaceName): Typeface {
  const { create } = require('@cantoo/fontkit') as typeof fontkit;
  const file = readFileSync(require.resolve(`@expo-google-fonts/tinos/${FILES[name]}`));
  const font = create(file) as unknown as ParsedFont;
  const glyphs = new Map<number, Glyph>();
  const glyphOf = (codePoint: number): Glyph => {
    const known = glyphs.get(codePoint);
    if (known) return known;
    const glyph = newGlyph(font, codePoint);
    glyphs.set(codePoint, glyph);
    return glyph;
  };
  const { unitsPerEm } = font;
  const tables = subsetTables(file);
  const newSubset = (): FontSubset => new FontSubset(tables);
  const widthOf = (text: string, size: number): number => {
    let units = 0;
    for (const codePoint of codePointsOf(text)) units += glyphOf(codePoint).advanceWidth;
    return (units * size) / unitsPerEm;
  };
  const glyphsOf = (text: string): Glyph[] => codePointsOf(text).map(glyphOf);
  return { font, file, characters: new Set(font.characterSet), glyphsOf, newSubset, widthOf };
}

function newGlyph(font: ParsedFont, codePoint: number): Glyph {
  const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
  return { id, advanceWidth, codePoints: [codePoint] };
}
