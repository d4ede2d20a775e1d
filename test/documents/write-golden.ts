import { mkdir, writeFile } from 'node:fs/promises';
import { papers } from './papers.js';

/** Run after a template has got a new version, and look at what it wrote before it is kept. */
const folder = new URL('golden/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, { facts, render }] of papers) {
  await writeFile(new URL(`${name}.pdf`, folder), (await render(facts)).bytes);
}
