import { createBlobStore } from '#libs/blobs/blob-store.js';

/** Stores one blob after the other until it is killed; each is named on standard output once it was acknowledged. */
const [folder = ''] = process.argv.slice(2);
const blobs = await createBlobStore(folder);

async function* slowly(round: number): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < 32; piece += 1) {
    yield new Uint8Array(16_384).fill(round * 32 + piece);
    await new Promise(setImmediate);
  }
}

for (let round = 0; ; round += 1) {
  const { digest } = await blobs.put(slowly(round));
  process.stdout.write(`${digest}\n`);
}
