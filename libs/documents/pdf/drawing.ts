import type { PDFFont, PDFPage } from 'pdf-lib';
import { PDFName, PDFNumber, PDFOperator, PDFOperatorNames as Op } from 'pdf-lib';
import type { Colour, Element, Mark, SquaresMark, TextMark } from '../layout/mark.js';
import type { FaceName } from './typefaces.js';

type Argument = NonNullable<Parameters<typeof PDFOperator.of>[1]>[number];

const COLOURS: Record<Colour, readonly [number, number, number]> = {
  black: [0, 0, 0],
  red: [0.8, 0, 0],
  faintRed: [1, 0.89, 0.89],
};

/** Writes marks as operators of one page: what grows downwards in the layout grows upwards in a PDF. */
export class Drawing {
  constructor(
    private readonly page: PDFPage,
    private readonly fonts: ReadonlyMap<FaceName, PDFFont>,
  ) {
    for (const [face, font] of fonts) page.node.setFontDictionary(PDFName.of(face), font.ref);
  }

  begin(role: Element['role'], contentId: number): void {
    this.put(Op.BeginMarkedContentSequence, PDFName.of(role), `<</MCID ${contentId}>>`);
  }

  beginArtifact(): void {
    this.put(Op.BeginMarkedContent, PDFName.of('Artifact'));
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

  private text(mark: TextMark): void {
    const font = this.fonts.get(mark.style.face);
    if (!font) return;
    this.put(Op.BeginText);
    this.put(Op.NonStrokingColorRgb, ...COLOURS[mark.style.colour ?? 'black']);
    this.put(Op.SetFontAndSize, PDFName.of(mark.style.face), mark.style.size);
    this.put(Op.SetTextMatrix, ...turned(mark.turn ?? 0), mark.x, this.flipped(mark.y));
    if (mark.stretch === 0) this.put(Op.ShowText, font.encodeText(mark.text));
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

  private put(name: Op, ...args: (number | Argument)[]): void {
    this.page.pushOperators(
      PDFOperator.of(
        name,
        args.map((arg) => (typeof arg === 'number' ? rounded(arg) : arg)),
      ),
    );
  }

  private flipped(y: number): number {
    return this.page.getHeight() - y;
  }
}

function rounded(value: number): PDFNumber {
  return PDFNumber.of(Math.round(value * 1000) / 1000);
}

function turned(degrees: number): [number, number, number, number] {
  const radians = (degrees * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians), -Math.sin(radians), Math.cos(radians)];
}

/** Word spacing does not act on two-byte fonts (ISO 32000-1, 9.3.3), so each space is adjusted; the space itself stays in the text. */
function stretched(mark: TextMark, font: PDFFont): string {
  const shift = Math.round((-mark.stretch * 1_000_000) / mark.style.size) / 1000;
  const parts = mark.text.split(/(?<= )/u).map((part) => {
    const shown = font.encodeText(part).toString();
    return part.endsWith(' ') ? `${shown} ${shift}` : shown;
  });
  return `[${parts.join(' ')}]`;
}
