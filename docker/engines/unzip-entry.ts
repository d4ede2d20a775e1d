import { createWriteStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** PKWARE APPNOTE §4.3: signatures and fixed lengths of the records that are read here. */
const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly compressedBytes: number;
  readonly headerAt: number;
}

/** Writes one file out of a zip archive, streaming; throws when the archive does not hold it. */
export async function unzipEntry(archive: string, name: string, target: string): Promise<void> {
  const file = await open(archive);
  try {
    const entry = (await readDirectory(file)).get(name);
    if (entry === undefined) throw new Error(`${archive} holds no ${name}`);
    const local = await readAt(file, entry.headerAt, LOCAL_LENGTH);
    const start = entry.headerAt + LOCAL_LENGTH + local.readUInt16LE(26) + local.readUInt16LE(28);
    const packed = file.createReadStream({ start, end: start + entry.compressedBytes - 1, autoClose: false });
    const output = createWriteStream(target, { mode: 0o755 });
    if (entry.method === DEFLATED) await pipeline(packed, createInflateRaw(), output);
    else await pipeline(packed, output);
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle): Promise<ReadonlyMap<string, Entry>> {
  const { size } = await file.stat();
  const tailAt = Math.max(0, size - END_LENGTH - LONGEST_COMMENT);
  const tail = await readAt(file, tailAt, size - tailAt);
  const end = tail.lastIndexOf(Buffer.from(Uint32Array.of(END_SIGNATURE).buffer));
  if (end < 0) throw new Error('this is no zip archive, or it is cut off');
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  return new Map(entriesOf(directory));
}

function* entriesOf(directory: Buffer): Generator<[string, Entry]> {
  for (let at = 0; at + CENTRAL_LENGTH <= directory.length;) {
    if (directory.readUInt32LE(at) !== CENTRAL_SIGNATURE) return;
    const nameEnd = at + CENTRAL_LENGTH + directory.readUInt16LE(at + 28);
    yield [
      directory.toString('utf8', at + CENTRAL_LENGTH, nameEnd),
      {
        method: directory.readUInt16LE(at + 10),
        compressedBytes: directory.readUInt32LE(at + 20),
        headerAt: directory.readUInt32LE(at + 42),
      },
    ];
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
