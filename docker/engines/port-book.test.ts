import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openPortBook } from './port-book.js';
import { freePort } from './ports.js';

describe('the ports of a data folder', () => {
  let folder: string;
  let other: Server | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'port-book-'));
  });

  afterEach(async () => {
    await new Promise((resolve) => (other ? other.close(resolve) : resolve(undefined)));
    other = undefined;
    await rm(folder, { recursive: true });
  });

  const take = (port: number): Promise<void> =>
    new Promise((resolve) => (other = createServer().listen(port, '127.0.0.1', resolve)));

  it('are the same the next time', async () => {
    const book = await openPortBook(folder);
    const port = await book.choose('mongod', undefined);
    await book.remember();
    expect(await (await openPortBook(folder)).choose('mongod', undefined)).toBe(port);
  });

  it('are others when somebody has taken them meanwhile', async () => {
    const book = await openPortBook(folder);
    const port = await book.choose('mongod', undefined);
    await book.remember();
    await take(port);
    expect(await (await openPortBook(folder)).choose('mongod', undefined)).not.toBe(port);
  });

  it('are refused by name when one was asked for and is taken', async () => {
    const port = await freePort();
    await take(port);
    const asked = (await openPortBook(folder)).choose('Temporal', port);
    await expect(asked).rejects.toMatchObject({
      code: 'portTaken',
      message: `Port ${port}, wanted for Temporal, is taken by another program; free it or choose another port.`,
    });
  });

  it('are chosen anew when the file is spoiled', async () => {
    await writeFile(join(folder, 'ports.json'), '{"mongod": 27');
    expect(await (await openPortBook(folder)).choose('mongod', undefined)).toBeGreaterThan(0);
  });
});
