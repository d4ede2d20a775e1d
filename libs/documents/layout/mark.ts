import type { FaceName } from '../pdf/typefaces.js';

/** Lengths are points (1/72 inch); x grows to the right and y downwards from the top left corner of what contains the mark. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export type Colour = 'black' | 'red' | 'faintRed';

export interface Style {
  readonly face: FaceName;
  readonly size: number;
  readonly colour?: Colour;
}

/** A node of the document's structure, by the standard names of PDF; what belongs to none is decoration (an artifact). */
export interface Element {
  readonly role: 'H1' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  readonly parent?: Element;
  /** Said aloud in place of a figure. */
  readonly alt?: string;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly element?: Element | undefined;
}

/** Part of one line in one style; `y` is the baseline and `stretch` is added to every space. */
export interface TextMark extends Place {
  readonly kind: 'text';
  readonly text: string;
  readonly style: Style;
  readonly stretch: number;
  /** Counter-clockwise, in degrees. */
  readonly turn?: number;
}

export interface RuleMark extends Place {
  readonly kind: 'rule';
  readonly width: number;
  readonly height: number;
}

/** Black squares of a figure, as one path. */
export interface SquaresMark extends Place {
  readonly kind: 'squares';
  readonly squares: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** Where a signature or a seal will appear: nothing is drawn, the place is reported. */
export interface CellMark extends Place {
  readonly kind: 'cell';
  readonly role: SignatureRole;
  readonly width: number;
  readonly height: number;
}

export type SignatureRole = 'person' | 'agency' | 'applicant';

export type Mark = TextMark | RuleMark | SquaresMark | CellMark;

/** What cannot be broken over two pages: a line, a row of a table, a block of columns. */
export interface Piece {
  readonly height: number;
  /** Left out at the top of a page. */
  readonly spaceBefore: number;
  readonly keepWithNext: boolean;
  readonly marks: readonly Mark[];
  /** Drawn again where this piece comes first on a page: the head of its table. */
  readonly head?: Piece;
}

export function moved(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  return marks.map((mark) => ({ ...mark, x: mark.x + dx, y: mark.y + dy }));
}

/** Content that was told before and is only drawn again. */
export function asArtifacts(marks: readonly Mark[]): Mark[] {
  return marks.map((mark) => ({ ...mark, element: undefined }));
}
