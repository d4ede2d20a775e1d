import { mongodCommand, MongodRefused } from './mongod-command.js';

export const REPLICA_SET = 'hoso';

/** MongoDB's own error codes: nothing set up yet, and two ways of not finding oneself in the set. */
const NOT_YET_INITIALIZED = 94;
const NODE_NOT_FOUND = 74;
const INVALID_REPLICA_SET_CONFIG = 93;

/**
 * Throws until the node is primary under its present address; sets the replica set up, or moves it to a new address.
 * @param host as clients shall reach it: `127.0.0.1:27017`
 */
export async function becomePrimary(host: string): Promise<void> {
  const hello = await mongodCommand(host, { hello: 1, $db: 'admin' });
  if (hello['isWritablePrimary'] === true) return;
  await settleMembership(host);
  throw new Error('not primary yet');
}

async function settleMembership(host: string): Promise<void> {
  const status = mongodCommand(host, { replSetGetStatus: 1, $db: 'admin' });
  const refused = await status.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(refused instanceof MongodRefused)) return;
  if (refused.code === NOT_YET_INITIALIZED) {
    const members = [{ _id: 0, host }];
    await mongodCommand(host, { replSetInitiate: { _id: REPLICA_SET, members }, $db: 'admin' });
  }
  if (refused.code === NODE_NOT_FOUND || refused.code === INVALID_REPLICA_SET_CONFIG) await moveTo(host);
}

/** The data remembers the port it was last served on; a node that does not find itself in its set never becomes primary. */
async function moveTo(host: string): Promise<void> {
  const found = await mongodCommand(host, { find: 'system.replset', limit: 1, $db: 'local' });
  const [config] = found['cursor'].firstBatch;
  if (config === undefined) return;
  const moved = {
    ...config,
    version: Number(config.version) + 1,
    members: [{ ...config.members[0], host }],
  };
  await mongodCommand(host, { replSetReconfig: moved, force: true, $db: 'admin' });
}
