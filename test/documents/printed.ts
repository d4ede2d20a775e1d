import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const HOOKS = ['--import', new URL('../support/source-hooks.mjs', import.meta.url).href];
const DPI = 100;

interface Item {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

interface RawPage {
  readonly width: number;
  readonly height: number;
  readonly ink: string;
  readonly items: readonly Item[];
  readonly contents: readonly string[];
  readonly tree: StructureNode;
}

export interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly StructureNode[];
}

export interface PrintedPage {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
  /** Lines joined by spaces, in the order of the file. */
  readonly text: string;
  /** What stands in each content that is told, as in the file: nothing is added where a line ends. */
  readonly contents: readonly string[];
  readonly tree: StructureNode;
  /** Share of dark pixels in a rectangle, in points from the bottom left corner of the page. */
  readonly inkIn: (area: { x: number; y: number; width: number; height: number }) => number;
  readonly ink: Uint8Array;
}

export interface Printed {
  readonly info: Readonly<Record<string, unknown>>;
  readonly pages: readonly PrintedPage[];
  readonly text: string;
}

/** The paper as a reader sees it: drawn and read back by another program than the one that wrote it. */
export async function printed(bytes: Uint8Array, dpi = DPI): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    await writeFile(file, bytes);
    const output = await runNode([join(HERE, 'rasterise.mjs'), file, '-', String(dpi)]);
    const { info, pages } = JSON.parse(output) as { info: Record<string, unknown>; pages: RawPage[] };
    const read = pages.map((page) => pageOf(page, dpi));
    return { info, pages: read, text: read.map(({ text }) => text).join(' ') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a process of its own prints; `arguments_` name a script of this folder. */
export async function runHere(
  script: string,
  arguments_: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  return runNode([...HOOKS, join(HERE, script), ...arguments_], env);
}

function runNode(arguments_: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const child = spawn(process.execPath, arguments_, {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const [output, errors]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString());
      else reject(new Error(Buffer.concat(errors).toString()));
    });
  });
}

function pageOf(raw: RawPage, dpi: number): PrintedPage {
  const ink = Buffer.from(raw.ink, 'base64');
  const scale = dpi / 72;
  const isDark = (x: number, y: number): boolean => {
    const pixel = y * raw.width + x;
    return ((ink[pixel >> 3] ?? 0) & (128 >> (pixel & 7))) !== 0;
  };
  const inkIn: PrintedPage['inkIn'] = ({ x, y, width, height }) => {
    const [left, right] = [Math.round(x * scale), Math.round((x + width) * scale)];
    const [top, bottom] = [raw.height - Math.round((y + height) * scale), raw.height - Math.round(y * scale)];
    let dark = 0;
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) dark += isDark(column, row) ? 1 : 0;
    }
    return dark / Math.max(1, (right - left) * (bottom - top));
  };
  const text = raw.items.map((item) => item.text + (item.hasEOL ? ' ' : '')).join('');
  const { width, height, items, contents, tree } = raw;
  return { width, height, items, text: text.replaceAll(/\s+/gu, ' '), contents, tree, inkIn, ink };
}

/** Lines of text that have hardly any ink: what a broken subset of a font leaves behind while the text can still be read out. */
export function blankLines(paper: Printed): string[] {
  return paper.pages.flatMap((page) =>
    page.items
      .filter(
        (item) => /\p{L}{2}/u.test(item.text) && page.inkIn({ ...item, height: item.height * 0.7 }) < 0.04,
      )
      .map((item) => item.text),
  );
}
