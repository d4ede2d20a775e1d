import type { Element, SignatureRole, Style } from './mark.js';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  readonly align: 'justify' | 'left' | 'centre';
  /** Indent of the first line and of all lines. */
  readonly firstIndent?: number;
  readonly indent?: number;
  readonly spaceBefore?: number;
  /** Line height as a multiple of the type size. */
  readonly leading?: number;
  readonly keepWithNext?: boolean;
  readonly role?: Element['role'];
}

/** A full line, as long as a share of the width, or as the text above it. */
export interface Rule {
  readonly kind: 'rule';
  readonly width: number;
  readonly spaceBefore: number;
  readonly keepWithNext?: boolean;
}

export interface Space {
  readonly kind: 'space';
  readonly height: number;
  readonly cells?: readonly Cell[];
}

/** Where a signature will appear, from the top left corner of its space. */
export interface Cell {
  readonly role: SignatureRole;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Printed inside, centred: who signs, and that it is a demonstration. */
  readonly lines?: readonly string[];
  /** As wide as the cell where absent; a seal leaves the third that covers the signature free. */
  readonly linesWidth?: number;
}

/** Blocks side by side, never broken over two pages. */
export interface Columns {
  readonly kind: 'columns';
  readonly columns: readonly { readonly width: number; readonly blocks: readonly Block[] }[];
  readonly spaceBefore?: number;
}

export interface Table {
  readonly kind: 'table';
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns whose cells are centred. */
  readonly centred: readonly number[];
  readonly size: number;
  readonly spaceBefore: number;
  /** The last row stays on the page of what follows. */
  readonly keepWithNext?: boolean;
}

export interface QrCode {
  readonly kind: 'qrCode';
  /** Coded in the densest modes that hold it (base45 in the alphanumeric one). */
  readonly content: string;
  readonly size: number;
  readonly alt: string;
}

export type Block = Paragraph | Rule | Space | Columns | Table | QrCode;
