import * as fontkit from '@cantoo/fontkit';
import PdfKit from 'pdfkit';
import { PDFDocument } from 'pdf-lib';
import { renderCertificate } from '#libs/documents/certificate.js';
import type { TextMark } from '#libs/documents/layout/mark.js';
import type { Page } from '#libs/documents/layout/paginate.js';
import { paginate, roomOf } from '#libs/documents/layout/paginate.js';
import { typeset } from '#libs/documents/layout/typeset.js';
import { certificateTemplate } from '#libs/documents/papers/certificate-template.js';
import type { FaceName } from '#libs/documents/pdf/typefaces.js';
import { FACE_NAMES, typeface } from '#libs/documents/pdf/typefaces.js';
import { certificateFacts } from '../documents/facts.js';
import { besideOthers } from './documents-beside.bench.js';
import type { Figure, Run } from './figure.js';
import { figureOf } from './figure.js';

const RUNS = 12;
const CERTIFICATES_PER_RUN = 4;
const MANY = 1000;
const WARM = 200;
const WARM_UP = 20;

/** D1: what one certificate costs. D2: whether a thousand of them leave anything behind. D3 to D5: beside what others would use. */
export async function documentFigures(): Promise<Figure[]> {
  const own = [await costOfOne(), await besidePdfKit(), await memoryOfMany()];
  return [...own, ...(await besideOthers(layoutOf(certificateFacts())))];
}

function layoutOf(facts: ReturnType<typeof certificateFacts>): Page[] {
  const { sheet } = certificateTemplate;
  const { width } = roomOf(sheet);
  return paginate(typeset(certificateTemplate.blocks(facts, width, {}), width), sheet);
}

async function costOfOne(): Promise<Figure> {
  const facts = certificateFacts();
  const pages = layoutOf(facts);
  const prepared = (): Promise<unknown> => renderCertificate(facts);
  await cpuMsOf(WARM_UP, prepared);
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const value = (await cpuMsOf(CERTIFICATES_PER_RUN, prepared)) / CERTIFICATES_PER_RUN;
    runs.push({ value, floor: await cpuMsOf(1, () => bareDocument(pages)) });
  }
  const name = 'prepared two-page certificate, CPU (floor: the PDF library alone draws the same lines)';
  return figureOf({ id: 'D1', name, unit: 'ms' }, runs);
}

/** PDFKit draws the lines that our layout has placed: no layout, no tags, no archive form, no attachment of its own. */
async function besidePdfKit(): Promise<Figure> {
  const facts = certificateFacts();
  const pages = layoutOf(facts);
  await cpuMsOf(WARM_UP, () => renderCertificate(facts));
  await cpuMsOf(2, () => pdfKitDocument(pages));
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const value =
      (await cpuMsOf(CERTIFICATES_PER_RUN, () => renderCertificate(facts))) / CERTIFICATES_PER_RUN;
    runs.push({ value, floor: await cpuMsOf(1, () => pdfKitDocument(pages)) });
  }
  const name =
    'prepared two-page certificate, CPU (floor: PDFKit draws the same lines; the bar is a ratio of 0.25)';
  return figureOf({ id: 'D3', name, unit: 'ms' }, runs);
}

async function pdfKitDocument(pages: readonly Page[]): Promise<void> {
  const pdf = new PdfKit({ size: 'A4', margin: 0, autoFirstPage: false });
  const drained = (async () => {
    for await (const _ of pdf);
  })();
  for (const face of FACE_NAMES) pdf.registerFont(face, Buffer.from(typeface(face).file));
  for (const { marks } of pages) {
    pdf.addPage();
    for (const mark of marks.filter((each): each is TextMark => each.kind === 'text')) {
      pdf.font(mark.style.face, mark.style.size);
      pdf.text(mark.text, mark.x, mark.y - mark.style.size, { lineBreak: false });
    }
  }
  pdf.end();
  await drained;
}

async function memoryOfMany(): Promise<Figure> {
  let floor = 0;
  const runs: Run[] = [];
  for (let count = 1; count <= MANY; count += 1) {
    await renderCertificate(
      certificateFacts({ dossierCode: `H18.12-251215-${String(count).padStart(4, '0')}` }),
    );
    if (count === WARM) floor = residentMb();
    if (count > WARM && count % 100 === 0) runs.push({ value: residentMb(), floor });
  }
  const name = `resident memory over ${MANY} certificates (floor: after the first ${WARM})`;
  return figureOf({ id: 'D2', name, unit: 'MB' }, runs);
}

/** As its manual says: parse each font, embed its subset, draw each line as text. No layout, no tags, no archive form. */
async function bareDocument(pages: readonly Page[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const fonts = new Map<FaceName, Awaited<ReturnType<PDFDocument['embedFont']>>>();
  for (const face of FACE_NAMES) fonts.set(face, await pdf.embedFont(typeface(face).file, { subset: true }));
  for (const { marks } of pages) {
    const page = pdf.addPage();
    for (const mark of marks.filter((each): each is TextMark => each.kind === 'text')) {
      const font = fonts.get(mark.style.face);
      page.drawText(mark.text, {
        x: mark.x,
        y: page.getHeight() - mark.y,
        size: mark.style.size,
        ...(font ? { font } : {}),
      });
    }
  }
  return pdf.save();
}

async function cpuMsOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < times; count += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function residentMb(): number {
  return process.memoryUsage.rss() / 1_048_576;
}
