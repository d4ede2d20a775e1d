import { createHash } from 'node:crypto';
import type { PDFFont, PDFPage } from 'pdf-lib';
import { AFRelationship, PDFDocument, PDFHexString } from 'pdf-lib';
import type { Mark } from '../layout/mark.js';
import type { Page, Sheet } from '../layout/paginate.js';
import type { TemplateReference } from '../template-reference.js';
import { Drawing } from './drawing.js';
import { metadataExtensions } from './metadata.js';
import { Structure } from './structure.js';
import type { FaceName, Glyph } from './typefaces.js';
import { FACE_NAMES, typeface } from './typefaces.js';

/** What the file says about itself. Everything in it comes from the facts, so that equal facts give equal bytes. */
export interface Identity {
  readonly title: string;
  readonly author: string;
  readonly madeAt: Date;
  /** Hex digest of facts and template; the file's identifier and the names of its subset fonts are derived from it. */
  readonly seed: string;
  readonly template: TemplateReference;
  /** What is printed, again for programs: canonical JSON inside the file. */
  readonly attachment?: Attachment;
}

export interface Attachment {
  /** ASCII only. */
  readonly name: string;
  readonly description: string;
  readonly json: string;
}

/** The one place that knows the PDF library. */
export async function paint(pages: readonly Page[], sheet: Sheet, identity: Identity): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  describe(pdf, identity);
  const fonts = await embeddedFonts(pdf, pages, identity);
  const structure = new Structure(pdf);
  for (const { marks } of pages) {
    const page = pdf.addPage([sheet.width, sheet.height]);
    structure.openPage(page);
    drawPage(page, marks, { fonts, structure });
  }
  structure.write();
  if (identity.attachment) await attach(pdf, identity.attachment, identity.madeAt);
  // Only part 3 of PDF/A lets a file carry another that is no PDF/A itself.
  pdf.convertToPDFA({
    conformance: identity.attachment ? '3U' : '2U',
    extensions: metadataExtensions(identity.template),
  });
  return pdf.save({ useObjectStreams: true });
}

function describe(pdf: PDFDocument, identity: Identity): void {
  pdf.setTitle(identity.title, { showInWindowTitleBar: true });
  pdf.setAuthor(identity.author);
  pdf.setCreator('Hoso');
  pdf.setProducer('Hoso');
  pdf.setLanguage('vi-VN');
  pdf.setCreationDate(identity.madeAt);
  pdf.setModificationDate(identity.madeAt);
  const id = PDFHexString.of(identity.seed.slice(0, 32));
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
}

async function attach(pdf: PDFDocument, attachment: Attachment, madeAt: Date): Promise<void> {
  await pdf.attach(new TextEncoder().encode(attachment.json), attachment.name, {
    mimeType: 'application/json',
    description: attachment.description,
    creationDate: madeAt,
    modificationDate: madeAt,
    afRelationship: AFRelationship.Data,
  });
}

type Font = Extract<
  Awaited<ReturnType<Parameters<PDFDocument['registerFontkit']>[0]['create']>>,
  { createSubset: unknown }
>;

/** Gives the PDF library our parsed faces, one glyph per code point: shaping would only be slower, Tinos has no ligatures. */
const sharedFaces = {
  create(_file: Uint8Array, face = 'regular') {
    const { font, glyphsOf, newSubset } = typeface(face as FaceName);
    const layout = (text: string): { glyphs: Glyph[] } => ({ glyphs: glyphsOf(text) });
    return Object.assign(Object.create(font) as Font, { layout, createSubset: newSubset });
  },
};

async function embeddedFonts(
  pdf: PDFDocument,
  pages: readonly Page[],
  identity: Identity,
): Promise<Map<FaceName, PDFFont>> {
  const used = new Set(
    pages.flatMap((page) => page.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.style.face] : []))),
  );
  pdf.registerFontkit(sharedFaces);
  const fonts = new Map<FaceName, PDFFont>();
  for (const face of FACE_NAMES.filter((name) => used.has(name))) {
    const customName = `${subsetTag(identity.seed, face)}+Tinos-${face}`;
    fonts.set(
      face,
      await pdf.embedFont(typeface(face).file, { subset: true, customName, postscriptName: face }),
    );
  }
  return fonts;
}

/** Six capital letters and a plus sign mark a subset (ISO 32000-1, 9.6.4). */
function subsetTag(seed: string, face: FaceName): string {
  const digest = createHash('sha256').update(`${seed}/${face}`).digest();
  return String.fromCodePoint(...Array.from(digest.subarray(0, 6), (byte) => 65 + (byte % 26)));
}

interface Tools {
  readonly fonts: ReadonlyMap<FaceName, PDFFont>;
  readonly structure: Structure;
}

function drawPage(page: PDFPage, marks: readonly Mark[], { fonts, structure }: Tools): void {
  const drawing = new Drawing(page, fonts);
  for (const stretch of stretches(marks.filter(({ kind }) => kind !== 'cell'))) {
    const element = stretch[0]?.element;
    if (element) drawing.begin(element.role, structure.contentId(element, page));
    else drawing.beginArtifact();
    for (const mark of stretch) drawing.mark(mark);
    drawing.end();
  }
  drawing.write();
}

/** Neighbouring marks of one element are one content. */
function stretches(marks: readonly Mark[]): Mark[][] {
  const parts: Mark[][] = [];
  for (const mark of marks) {
    const last = parts.at(-1);
    if (last && last[0]?.element === mark.element) last.push(mark);
    else parts.push([mark]);
  }
  return parts;
}
