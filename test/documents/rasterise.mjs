/**
 * `node rasterise.mjs FILE.pdf FOLDER [DPI]` draws each page as FOLDER/page-N.png and prints, as JSON, each page's size, its
 * text items, its contents and, row by row, how much of each is ink. In a process of its own: the renderer and its canvas need the plain
 * module loader, which a test runner replaces.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [file, folder, dpi = '72'] = process.argv.slice(2);
const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const task = getDocument({
  data: new Uint8Array(readFileSync(file)),
  standardFontDataUrl: `${join(assets, 'standard_fonts')}/`,
  disableFontFace: true,
  verbosity: 0,
});
const pdf = await task.promise;
const { info } = await pdf.getMetadata();
const pages = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: Number(dpi) / 72 });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const context = canvas.getContext('2d');
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  if (folder !== '-') writeFileSync(join(folder, `page-${number}.png`), canvas.toBuffer('image/png'));
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { items } = await page.getTextContent();
  const tree = await page.getStructTree();
  pages.push({
    width: canvas.width,
    height: canvas.height,
    ink: inkOf(data),
    items: items.map(itemOf),
    contents: contentsOf(await page.getOperatorList()),
    tree,
  });
}
process.stdout.write(JSON.stringify({ info, language: (await pdf.getMetadata()).info.Language, pages }));
await task.destroy();

/** One bit per pixel, row by row, base64: 1 where it is darker than half. */
function inkOf(data) {
  const bits = Buffer.alloc(Math.ceil(data.length / 32));
  for (let pixel = 0; pixel < data.length / 4; pixel += 1) {
    const light = data[pixel * 4] + data[pixel * 4 + 1] + data[pixel * 4 + 2];
    if (light < 384) bits[pixel >> 3] |= 128 >> (pixel & 7);
  }
  return bits.toString('base64');
}

/** What is written between two marks of a content, sign by sign: places do not count. */
function contentsOf({ fnArray, argsArray }) {
  const contents = [];
  fnArray.forEach((operator, index) => {
    if (operator === OPS.beginMarkedContentProps) contents.push('');
    if (operator !== OPS.showText || contents.length === 0) return;
    contents.push(contents.pop() + argsArray[index][0].map(({ unicode }) => unicode ?? '').join(''));
  });
  return contents;
}

function itemOf({ str, transform, width, height, hasEOL }) {
  return { text: str, x: transform[4], y: transform[5], width, height, hasEOL };
}
