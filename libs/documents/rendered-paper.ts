import { createHash } from 'node:crypto';
import type { Block } from './layout/block.js';
import type { Mark, SignatureRole } from './layout/mark.js';
import type { Page, Sheet } from './layout/paginate.js';
import { paginate, roomOf } from './layout/paginate.js';
import { typeset } from './layout/typeset.js';
import type { SignatureLines } from './papers/official-parts.js';
import type { TemplateReference } from './template-reference.js';

/** Where a signature goes, in points from the bottom left corner of the page, as PDF counts. Pages count from 1. */
export interface SignatureCell {
  readonly role: SignatureRole;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RenderedPaper {
  readonly bytes: Uint8Array;
  /** Of `bytes`, lower-case hex. */
  readonly sha256: string;
  readonly template: TemplateReference;
  readonly pages: number;
  readonly signatureCells: readonly SignatureCell[];
}

/** What is printed beside the facts and is no fact of the paper itself. */
export interface Additions {
  readonly signatureLines?: SignatureLines;
}

/** One version of a template: its wording as data, and how facts become blocks. A change of either is a new version. */
export interface Template<Facts> {
  readonly id: string;
  readonly version: string;
  readonly wording: object;
  readonly sheet: Sheet;
  titleOf(facts: Facts): string;
  authorOf(facts: Facts): string;
  /** The moment the file names as that of its making; never that of the rendering. */
  madeAt(facts: Facts): Date;
  /** Name and description of the facts as a file inside the paper; absent where they are not to travel with it. */
  readonly attachment?: { readonly name: string; readonly description: string };
  blocks(facts: Facts, width: number, additions: Additions): readonly Block[];
  /** What stands outside the flow: page numbers, marks across the page. Drawn below the text. */
  furniture(facts: Facts, page: { readonly number: number; readonly count: number }): readonly Mark[];
}

/** Every paper takes this way: blocks, pieces, pages, bytes. */
export async function rendered<Facts extends object>(
  template: Template<Facts>,
  facts: Facts,
  additions: Additions = {},
): Promise<RenderedPaper> {
  const reference = referenceOf(template);
  const { sheet } = template;
  const { width } = roomOf(sheet);
  const flow = paginate(typeset(template.blocks(facts, width, additions), width), sheet);
  const pages = flow.map(({ marks }, index): Page => {
    const furniture = template.furniture(facts, { number: index + 1, count: flow.length });
    return { marks: [...furniture, ...marks] };
  });
  const content = contentOf(template, facts);
  // Loaded with the first paper: the PDF library takes some thirty megabytes.
  const { paint } = await import('./pdf/paint.js');
  const bytes = await paint(pages, sheet, {
    title: template.titleOf(facts),
    author: template.authorOf(facts),
    madeAt: template.madeAt(facts),
    seed: seedOf(content, additions),
    template: reference,
    ...(template.attachment ? { attachment: { ...template.attachment, json: content } } : {}),
  });
  return {
    bytes,
    sha256: sha256(bytes),
    template: reference,
    pages: pages.length,
    signatureCells: cellsOf(pages, sheet),
  };
}

/** What travels inside the paper as data. */
function contentOf<Facts extends object>(template: Template<Facts>, facts: Facts): string {
  return canonical({ template: referenceOf(template), facts });
}

function seedOf(content: string, { signatureLines }: Additions): string {
  return sha256(signatureLines === undefined ? content : canonical([content, signatureLines]));
}

function referenceOf(template: Pick<Template<never>, 'id' | 'version' | 'wording'>): TemplateReference {
  const { id, version, wording } = template;
  return { id, version, hash: sha256(canonical({ id, version, wording })) };
}

function cellsOf(pages: readonly Page[], sheet: Sheet): SignatureCell[] {
  return pages.flatMap(({ marks }, index) =>
    marks.flatMap((mark) => {
      if (mark.kind !== 'cell') return [];
      const { role, x, width, height } = mark;
      return [{ role, page: index + 1, x, y: sheet.height - mark.y - height, width, height }];
    }),
  );
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Keys in one order, so that equal facts are equal text whoever put them together. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
