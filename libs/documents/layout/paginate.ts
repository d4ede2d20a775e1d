import { PaperError } from '../paper-error.js';
import type { Mark, Piece } from './mark.js';
import { asArtifacts, moved } from './mark.js';

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
}

/** Marks from the top left corner of the sheet. */
export interface Page {
  readonly marks: readonly Mark[];
}

const MAX_PAGES = 40;

export function roomOf(sheet: Sheet): { width: number; height: number } {
  const { top, bottom, left, right } = sheet.margins;
  return { width: sheet.width - left - right, height: sheet.height - top - bottom };
}

/** Pieces that belong together go to the next page together, unless they are higher than a page. */
export function paginate(pieces: readonly Piece[], sheet: Sheet): Page[] {
  const flow = new Flow(sheet);
  for (const group of gluedGroups(pieces)) {
    if (!flow.hasRoomFor(group)) flow.turnPage();
    for (const piece of group) flow.add(piece);
  }
  return flow.pages;
}

function gluedGroups(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  pieces.forEach((piece, index) => {
    if (pieces[index - 1]?.keepWithNext) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  });
  return groups;
}

class Flow {
  readonly pages: { marks: Mark[] }[] = [{ marks: [] }];
  private used = 0;
  private readonly room: number;

  constructor(private readonly sheet: Sheet) {
    this.room = roomOf(sheet).height;
  }

  hasRoomFor(group: readonly Piece[]): boolean {
    const height = group.reduce((sum, piece) => sum + piece.spaceBefore + piece.height, 0);
    return this.used === 0 || this.used + height <= this.room;
  }

  turnPage(): void {
    this.pages.push({ marks: [] });
    this.used = 0;
    if (this.pages.length > MAX_PAGES) {
      throw new PaperError({ code: 'tooLong', field: 'pages', limit: MAX_PAGES, length: this.pages.length });
    }
  }

  add(piece: Piece): void {
    if (!this.hasRoomFor([piece])) this.turnPage();
    if (this.used === 0 && piece.head) this.place({ ...piece.head, marks: asArtifacts(piece.head.marks) });
    this.place(piece);
  }

  private place(piece: Piece): void {
    const { left, top } = this.sheet.margins;
    const y = this.used === 0 ? 0 : this.used + piece.spaceBefore;
    if (y + piece.height > this.room) {
      throw new PaperError({
        code: 'tooLong',
        field: 'block',
        limit: this.room,
        length: Math.ceil(piece.height),
      });
    }
    this.pages.at(-1)?.marks.push(...moved(piece.marks, left, top + y));
    this.used = y + piece.height;
  }
}
