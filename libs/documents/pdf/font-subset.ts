/** The tables of a subset in the order in which the font engine writes them: other bytes would be another version of every template. */
const TABLES = ['head', 'hhea', 'loca', 'maxp', 'cvt ', 'prep', 'glyf', 'hmtx', 'fpgm'] as const;
type Tag = (typeof TABLES)[number];
type Tables = Readonly<Record<Tag, Uint8Array>>;

const HEADER = 12;
const RECORD = 16;

/** Flags of a part of a composed glyph (OpenType, table glyf). */
const HAS_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const HAS_MORE = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** Of a TrueType file with long offsets and a width for each glyph, as all faces of Tinos are. */
export function subsetTables(file: Uint8Array): Tables {
  const found = recordsOf(file);
  const table = (tag: Tag): Uint8Array => {
    const bytes = found.get(tag);
    if (bytes) return bytes;
    throw new Error(`The font has no table ${tag}`);
  };
  const tables = Object.fromEntries(TABLES.map((tag) => [tag, table(tag)])) as Record<Tag, Uint8Array>;
  const glyphs = viewOf(tables.maxp).getUint16(4);
  const isLong = tables.loca.length === 4 * (glyphs + 1);
  if (!isLong || tables.hmtx.length !== 4 * glyphs) throw new Error('The font is not of the kind we can cut');
  return tables;
}

/**
 * The glyphs that a document uses, numbered in the order of their first use, as a font of its own. Outlines are copied as they are:
 * the engine reads every point of every glyph to do the same, a quarter of what a certificate cost.
 */
export class FontSubset {
  private readonly glyphs: number[] = [];
  private readonly numbers = new Map<number, number>();
  private readonly offsets: DataView;
  private readonly metrics: DataView;

  constructor(private readonly font: Tables) {
    this.offsets = viewOf(font.loca);
    this.metrics = viewOf(font.hmtx);
    this.numberOf(0);
  }

  includeGlyph(glyph: number | { readonly id: number }): number {
    return this.numberOf(typeof glyph === 'number' ? glyph : glyph.id);
  }

  encode(): Uint8Array {
    const outlines: Uint8Array[] = [];
    // Parts of composed glyphs join the list while it is walked.
    for (const glyph of this.glyphs) outlines.push(this.outline(glyph));
    return joined({
      ...this.font,
      hhea: patched(this.font.hhea, 34, outlines.length),
      loca: offsetsOf(outlines),
      maxp: patched(this.font.maxp, 4, outlines.length),
      glyf: concatenated(outlines),
      hmtx: this.widths(),
    });
  }

  private numberOf(glyph: number): number {
    const known = this.numbers.get(glyph);
    if (known !== undefined) return known;
    const number = this.glyphs.push(glyph) - 1;
    this.numbers.set(glyph, number);
    return number;
  }

  private outline(glyph: number): Uint8Array {
    const from = this.offsets.getUint32(4 * glyph);
    const outline = this.font.glyf.subarray(from, this.offsets.getUint32(4 * glyph + 4));
    const [firstByte = 0] = outline;
    // The number of contours comes first; it is negative where the glyph is composed of others.
    return firstByte & 0x80 ? this.renumbered(outline) : outline;
  }

  /** Copied by `from`: a file that was read is a Buffer, whose `slice` would write into the face itself. */
  private renumbered(composed: Uint8Array): Uint8Array {
    const copy = Uint8Array.from(composed);
    const view = viewOf(copy);
    let flags = HAS_MORE;
    for (let at = 10; flags & HAS_MORE; at += partSize(flags)) {
      flags = view.getUint16(at);
      view.setUint16(at + 2, this.numberOf(view.getUint16(at + 2)));
    }
    return copy;
  }

  private widths(): Uint8Array {
    const widths = new Uint8Array(4 * this.glyphs.length);
    const view = viewOf(widths);
    this.glyphs.forEach((glyph, index) => view.setUint32(4 * index, this.metrics.getUint32(4 * glyph)));
    return widths;
  }
}

function partSize(flags: number): number {
  const place = flags & HAS_WORDS ? 4 : 2;
  if (flags & HAS_SCALE) return 4 + place + 2;
  if (flags & HAS_TWO_SCALES) return 4 + place + 4;
  return 4 + place + (flags & HAS_MATRIX ? 8 : 0);
}

function recordsOf(file: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(file);
  const records = new Map<string, Uint8Array>();
  for (let at = HEADER; at < HEADER + RECORD * view.getUint16(4); at += RECORD) {
    const start = view.getUint32(at + 8);
    const tag = String.fromCodePoint(...file.subarray(at, at + 4));
    records.set(tag, file.subarray(start, start + view.getUint32(at + 12)));
  }
  return records;
}

/** Where each outline begins, and where the last one ends. */
function offsetsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const offsets = new Uint8Array(4 * (outlines.length + 1));
  const view = viewOf(offsets);
  let end = 0;
  outlines.forEach((outline, index) => {
    end += outline.length;
    view.setUint32(4 * (index + 1), end);
  });
  return offsets;
}

function patched(table: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(table);
  viewOf(copy).setUint16(at, value);
  return copy;
}

/** Neither padded nor with check sums: so the engine writes it, and veraPDF passes it. */
function joined(tables: Tables): Uint8Array {
  const directory = new Uint8Array(HEADER + RECORD * TABLES.length);
  const view = viewOf(directory);
  const largestPower = 2 ** Math.floor(Math.log2(TABLES.length));
  directory.set(ascii('true'));
  view.setUint16(4, TABLES.length);
  view.setUint16(6, largestPower * RECORD);
  view.setUint16(8, Math.log2(largestPower));
  view.setUint16(10, (TABLES.length - largestPower) * RECORD);
  let start = directory.length;
  TABLES.forEach((tag, index) => {
    const at = HEADER + RECORD * index;
    directory.set(ascii(tag), at);
    view.setUint32(at + 8, start);
    view.setUint32(at + 12, tables[tag].length);
    start += tables[tag].length;
  });
  return concatenated([directory, ...TABLES.map((tag) => tables[tag])]);
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
