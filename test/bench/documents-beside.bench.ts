import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderCertificate } from '#libs/documents/certificate.js';
import type { TextMark } from '#libs/documents/layout/mark.js';
import type { Page } from '#libs/documents/layout/paginate.js';
import { type FaceName, FACE_NAMES, typeface } from '#libs/documents/pdf/typefaces.js';
import { certificateFacts } from '../documents/facts.js';
import { Chromium } from './chromium.js';
import { type Figure, figureOf, type Run } from './figure.js';
import { Typst } from './typst.js';

const RUNS = 12;
const WARM_UP = 5;

/** The same two pages of placed lines by what others would use; where one is not on this machine, a line says so. */
export async function besideOthers(pages: readonly Page[]): Promise<Figure[]> {
  const figures = [await besideChromium(pages), await besideTypst(pages)];
  return figures.filter((figure) => figure !== undefined);
}

async function besideChromium(pages: readonly Page[]): Promise<Figure | undefined> {
  const browser = await Chromium.open();
  if (!browser) return skipped('D4', 'no chromium on this machine');
  const folder = await fontFolder();
  try {
    await writeFile(
      join(folder, 'page.html'),
      `<!doctype html><meta charset="utf-8"><style>${css()}</style>`,
    );
    const tab = await browser.tab(pathToFileURL(join(folder, 'page.html')).href);
    const html = htmlOf(pages);
    const name =
      'prepared two-page certificate, elapsed (floor: an open Chromium prints the same lines; the bar is below 1)';
    return figureOf({ id: 'D4', name, unit: 'ms' }, await runsBeside(() => browser.print(tab, html)));
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

async function besideTypst(pages: readonly Page[]): Promise<Figure | undefined> {
  const folder = await fontFolder();
  const typst = await Typst.open(folder);
  try {
    if (!typst) return skipped('D5', 'typst cannot be had on this machine');
    const source = typstOf(pages);
    let turn = 0;
    const setAnew = async (): Promise<void> => {
      // Each time another text: what it has set before it would not set again.
      turn += 1;
      const path = join(folder, `page-${turn}.typ`);
      await writeFile(path, source.replaceAll('2026', String(2026 + turn)));
      await typst.set(path);
    };
    const name = 'prepared two-page certificate, elapsed (floor: a kept-open typst sets the same lines)';
    return figureOf({ id: 'D5', name, unit: 'ms' }, await runsBeside(setAnew));
  } finally {
    await typst?.close();
    await rm(folder, { recursive: true });
  }
}

function skipped(id: string, why: string): undefined {
  process.stdout.write(`${id} skipped: ${why}\n`);
}

async function runsBeside(other: () => Promise<unknown>): Promise<Run[]> {
  const facts = certificateFacts();
  for (let count = 0; count < WARM_UP; count += 1) {
    await renderCertificate(facts);
    await other();
  }
  const runs: Run[] = [];
  for (let count = 0; count < RUNS; count += 1)
    runs.push({ value: await elapsedMs(() => renderCertificate(facts)), floor: await elapsedMs(other) });
  return runs;
}

async function elapsedMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Our own faces, for whoever reads them from files. */
async function fontFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-bench-'));
  for (const face of FACE_NAMES) await writeFile(join(folder, `${face}.ttf`), typeface(face).file);
  return folder;
}

function css(): string {
  const faces = FACE_NAMES.map((face) => `@font-face { font-family: ${face}; src: url(${face}.ttf) }`);
  return `@page { size: A4; margin: 0 } body { margin: 0 } section { position: relative; height: 841.8pt; break-after: page }
    p { position: absolute; margin: 0; white-space: pre; line-height: 1 } ${faces.join(' ')}`;
}

function textsOf({ marks }: Page): TextMark[] {
  return marks.filter((mark): mark is TextMark => mark.kind === 'text');
}

function htmlOf(pages: readonly Page[]): string {
  const line = ({ x, y, text, style: { face, size } }: TextMark) =>
    `<p style="left:${x}pt;top:${y - size}pt;font:${size}pt ${face}">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
  return pages.map((page) => `<section>${textsOf(page).map(line).join('')}</section>`).join('');
}

const STYLES: Readonly<Record<FaceName, string>> = {
  regular: '',
  italic: ', style: "italic"',
  bold: ', weight: "bold"',
  boldItalic: ', weight: "bold", style: "italic"',
};

function typstOf(pages: readonly Page[]): string {
  const line = ({ x, y, text, style: { face, size } }: TextMark) =>
    `#place(dx: ${x}pt, dy: ${y - size}pt, text(size: ${size}pt${STYLES[face]}, ${JSON.stringify(text)}))`;
  const sheets = pages.map((page) => textsOf(page).map(line).join('\n'));
  return `#set page(paper: "a4", margin: 0pt)\n#set text(font: "Tinos", lang: "vi")\n${sheets.join('\n#pagebreak()\n')}\n`;
}
