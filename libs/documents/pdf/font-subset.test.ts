import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import type * as fontkit from '@cantoo/fontkit';
import { array, assert as assertProperty, nat, property } from 'fast-check';
import { FontSubset, subsetTables } from './font-subset.js';
import { FACE_NAMES, typeface } from './typefaces.js';

const { create } = createRequire(import.meta.url)('@cantoo/fontkit') as typeof fontkit;

interface Engine {
  readonly numGlyphs: number;
  createSubset(): { includeGlyph(glyph: number): number; encode(): Uint8Array };
}

describe.each(FACE_NAMES)('a subset of Tinos %s', (face) => {
  const { file, newSubset } = typeface(face);
  const engine = create(file) as unknown as Engine;

  test('is byte by byte what the font engine writes, whatever the glyphs', () => {
    const glyphs = array(nat(engine.numGlyphs - 1), { maxLength: 40 });
    assertProperty(
      property(glyphs, (chosen) => {
        const [own, theirs] = [newSubset(), engine.createSubset()];
        for (const glyph of chosen) expect(own.includeGlyph({ id: glyph })).toBe(theirs.includeGlyph(glyph));
        expect(Buffer.compare(own.encode(), theirs.encode())).toBe(0);
      }),
    );
  });

  test('leaves the face as it was: copies once were views of it, and composed letters changed for every later paper', () => {
    const before = Buffer.from(file);
    const subset = newSubset();
    subset.includeGlyph(typeface(face).font.glyphForCodePoint('ế'.codePointAt(0)!));
    subset.encode();
    expect(before.equals(file)).toBe(true);
  });
});

test('a font of another kind is refused when it is read, not when a paper is drawn', () => {
  const short = Uint8Array.from(typeface('regular').file);
  const at = Buffer.from(short).indexOf('loca');
  new DataView(short.buffer).setUint32(at + 12, 100);
  expect(() => subsetTables(short)).toThrow('not of the kind');
  expect(() => new FontSubset(subsetTables(short.subarray(0, 12)))).toThrow();
});
