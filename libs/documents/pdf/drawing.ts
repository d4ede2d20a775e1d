import type { PDFFont, PDFPage, PDFRef } from 'pdf-lib';
import { PDFName, PDFOperatorNames as Op } from 'pdf-lib';
import { codePointsOf } from '../code-points.js';
import type { Colour, Element, Mark, SquaresMark, TextMark } from '../layout/mark.js';
import type { FaceName } from './typefaces.js';

const COLOURS: Record<Colour, readonly [number, number, number]> = {
  black: [0, 0, 0],
  red: [0.8, 0, 0],
  faintRed: [1, 0.89, 0.89],
};
const SPACE = 0x20;

/**
 * Writes marks as operators of one page: what grows downwards in the layout grows upwards in a PDF. They are text from the start:
 * as objects of the PDF library each operator and each of its numbers is made, measured and copied by itself, six hundred times a page.
 */
export class Drawing {
  private readonly lines: string[] = [];
  private readonly height: number;
  private content: PDFRef | undefined;

  constructor(
    private readonly page: PDFPage,
    private readonly fonts: ReadonlyMap<FaceName, PDFFont>,
  ) {
    this.height = page.getHeight();
    for (const [face, font] of fonts) page.node.setFontDictionary(PDFName.of(face), font.ref);
  }

  begin(role: Element['role'], contentId: number): void {
    this.put(Op.BeginMarkedContentSequence, `/${role}`, `<</MCID ${contentId}>>`);
  }

  beginArtifact(): void {
    this.put(Op.BeginMarkedContent, '/Artifact');
  }

  end(): void {
    this.put(Op.EndMarkedContent);
  }

  mark(mark: Mark): void {
    if (mark.kind === 'text') this.text(mark);
    else if (mark.kind === 'rule')
      this.squares({ ...mark, kind: 'squares', squares: [{ ...mark, x: 0, y: 0 }] });
    else if (mark.kind === 'squares') this.squares(mark);
  }

  /** Puts what was drawn on the page. */
  write(): void {
    if (!this.content) return;
    const { context } = this.page.doc;
    context.assign(this.content, context.flateStream(`${this.lines.join('\n')}\n`));
    this.page.node.addContentStream(this.content);
  }

  private text(mark: TextMark): void {
    const font = this.fonts.get(mark.style.face);
    if (!font) return;
    this.put(Op.BeginText);
    this.put(Op.NonStrokingColorRgb, ...COLOURS[mark.style.colour ?? 'black']);
    this.put(Op.SetFontAndSize, `/${mark.style.face}`, mark.style.size);
    this.put(Op.SetTextMatrix, ...turned(mark.turn ?? 0), mark.x, this.flipped(mark.y));
    if (mark.stretch === 0) this.put(Op.ShowText, font.encodeText(mark.text).toString());
    else this.put(Op.ShowTextAdjusted, stretched(mark, font));
    this.put(Op.EndText);
  }

  private squares(mark: SquaresMark): void {
    this.put(Op.NonStrokingColorRgb, ...COLOURS.black);
    for (const { x, y, width, height } of mark.squares) {
      this.put(Op.AppendRectangle, mark.x + x, this.flipped(mark.y + y + height), width, height);
    }
    this.put(Op.FillNonZero);
  }

  /** The content is numbered with its first operator, as ever: another order of objects would be another version of every template. */
  private put(operator: Op, ...operands: (number | string)[]): void {
    this.content ??= this.page.doc.context.nextRef();
    let line = '';
    for (const operand of operands) line += `${typeof operand === 'number' ? rounded(operand) : operand} `;
    this.lines.push(line + operator);
  }

  private flipped(y: number): number {
    return this.height - y;
  }
}

/** To a thousandth of a point: never so small that it would be written with an exponent, which PDF does not know. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function turned(degrees: number): [number, number, number, number] {
  const radians = (degrees * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians), -Math.sin(radians), Math.cos(radians)];
}

/**
 * Word spacing does not act on two-byte fonts (ISO 32000-1, 9.3.3), so each space is adjusted; the space itself stays in the text.
 * A character is one glyph, and a glyph four digits.
 */
function stretched(mark: TextMark, font: PDFFont): string {
  const shift = Math.round((-mark.stretch * 1_000_000) / mark.style.size) / 1000;
  const digits = font.encodeText(mark.text).asString();
  const parts: string[] = [];
  let from = 0;
  codePointsOf(mark.text).forEach((codePoint, index) => {
    if (codePoint !== SPACE) return;
    const to = 4 * (index + 1);
    parts.push(`<${digits.slice(from, to)}> ${shift}`);
    from = to;
  });
  if (from < digits.length) parts.push(`<${digits.slice(from)}>`);
  return `[${parts.join(' ')}]`;
}
