/** One of several processes that append to the same log at once: `uri database name commits callers`. */
import { emptyHead, headAfter } from '#libs/event-store/commit.js';
import { appended, draft } from './drafts.js';
import { openLog } from './open-log.js';

const [uri = '', database = '', name = '', commits = '', callers = ''] = process.argv.slice(2);
const log = await openLog(uri, database);
const positions: number[] = [];

const callerOf = async (stream: string): Promise<void> => {
  let head = emptyHead(stream);
  for (let i = 0; i < Number(commits) / Number(callers); i++) {
    const commit = appended(await log.store.append(head, draft(`${i}`)));
    head = headAfter(commit);
    positions.push(commit.position);
  }
};

await Promise.all(Array.from({ length: Number(callers) }, (_, i) => callerOf(`dossier/${name}-${i}`)));
await log.close();
process.stdout.write(JSON.stringify(positions));
