import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '#libs/kernel/ids.js';

/** Only the account that runs Hoso reads what applicants hand in. */
const FOLDER_MODE = 0o700;

/** Where a blob lies: `ab/cd/abcd…`, so that no folder grows beyond what a file system likes. */
export class BlobFolder {
  readonly incoming: string;

  constructor(private readonly root: string) {
    this.incoming = join(root, 'incoming');
  }

  /** @param leftoverAgeMs a half-written file older than this belongs to a process that is gone; a younger one may be another's. */
  async prepare(leftoverAgeMs: number): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: FOLDER_MODE });
    const before = Date.now() - leftoverAgeMs;
    for (const name of await readdir(this.incoming)) {
      await removeIfOlder(join(this.incoming, name), before);
    }
  }

  pathOf(digest: Digest): string {
    return join(this.shardOf(digest), digest);
  }

  /** After this the file is there under its digest, whole, whatever happens to the machine. */
  async settle(written: string, digest: Digest): Promise<void> {
    const shard = this.shardOf(digest);
    const made = await mkdir(shard, { recursive: true, mode: FOLDER_MODE });
    await rename(written, this.pathOf(digest));
    await flushFolder(shard);
    if (made === undefined) return;
    await flushFolder(join(this.root, digest.slice(0, 2)));
    await flushFolder(this.root);
  }

  /** A removed file stays away after a power cut only once its folder was flushed. */
  async remove(digest: Digest): Promise<void> {
    await rm(this.pathOf(digest), { force: true });
    await flushFolder(this.shardOf(digest));
  }

  private shardOf(digest: Digest): string {
    return join(this.root, digest.slice(0, 2), digest.slice(2, 4));
  }
}

/** A renamed file survives a power cut only once its folder was flushed too. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function removeIfOlder(path: string, before: number): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && found.mtimeMs <= before) await rm(path, { force: true });
}
