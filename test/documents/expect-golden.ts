import { expect } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import type { Printed } from './printed.js';
import { printed } from './printed.js';

/** Where bytes differ, text and picture are compared first: the first that differs tells most about what has changed. */
export async function expectGolden(name: string, paper: RenderedPaper, seen: Printed): Promise<void> {
  const golden = await readFile(new URL(`golden/${name}.pdf`, import.meta.url));
  if (Buffer.from(paper.bytes).equals(golden)) return;
  const stored = await printed(golden);
  expect(seen.text).toBe(stored.text);
  expect(seen.pages.length).toBe(stored.pages.length);
  for (const [index, page] of seen.pages.entries()) {
    expect(Buffer.from(page.ink).equals(stored.pages[index]!.ink)).toBe(true);
  }
  expect(Buffer.from(paper.bytes).equals(golden)).toBe(true);
}
