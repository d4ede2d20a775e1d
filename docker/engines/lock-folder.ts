import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineError } from './engine-error.js';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * One set of servers per data folder. The lock is a listening socket and so ends with this process however that ends;
 * a pid in a file would outlive a kill -9. Linux gives sockets without a file; elsewhere a dead file is found by nobody answering.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const id = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 24);
  const isAbstract = process.platform === 'linux';
  const path = isAbstract ? `\0hoso-${id}` : join(tmpdir(), `hoso-${id}.sock`);
  if (!isAbstract && !(await isAnswered(path))) await rm(path, { force: true });
  const server = await listen(path).catch(() => {
    throw new EngineError(
      'folderInUse',
      `The data folder ${folder} is in use by another running Hoso; stop that one or set HOSO_DATA to another folder.`,
    );
  });
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
