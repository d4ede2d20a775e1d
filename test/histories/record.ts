/**
 * Records the histories of this release for the replay gate: `npm run build`, then
 * `node --import ./test/support/source-hooks.mjs test/histories/record.ts`. To be run when workflows have learned something
 * new; older histories move to a folder of their own, and stay as long as runs like them may still be open somewhere.
 */
import { mkdir } from 'node:fs/promises';
import { recordInTime } from './record-in-time.js';
import { recordStories } from './record-stories.js';
import { recordedFolder } from './recording.js';

await mkdir(recordedFolder, { recursive: true });
await recordStories();
await recordInTime();
