import { mongo } from 'mongoose';

export const REPLICA_SET = 'hoso';

const PROBE_TIMEOUT_MS = 2_000;
/** MongoDB's own error codes: nothing set up yet, and two ways of not finding oneself in the set. */
const NOT_YET_INITIALIZED = 94;
const NODE_NOT_FOUND = 74;
const INVALID_REPLICA_SET_CONFIG = 93;

/**
 * Throws until the node is primary under its present address; sets the replica set up, or moves it to a new address.
 * @param host as clients shall reach it: `127.0.0.1:27017`
 */
export async function becomePrimary(host: string): Promise<void> {
  const client = await new mongo.MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: PROBE_TIMEOUT_MS,
    connectTimeoutMS: PROBE_TIMEOUT_MS,
  }).connect();
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] === true) return;
    await settleMembership(client, host);
    throw new Error('not primary yet');
  } finally {
    await client.close();
  }
}

async function settleMembership(client: mongo.MongoClient, host: string): Promise<void> {
  const admin = client.db('admin');
  const status = await admin.command({ replSetGetStatus: 1 }).catch((error: unknown) => error);
  if (!(status instanceof mongo.MongoServerError)) return;
  if (status.code === NOT_YET_INITIALIZED)
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } });
  if (status.code === NODE_NOT_FOUND || status.code === INVALID_REPLICA_SET_CONFIG)
    await moveTo(client, host);
}

/** The data remembers the port it was last served on; a node that does not find itself in its set never becomes primary. */
async function moveTo(client: mongo.MongoClient, host: string): Promise<void> {
  const config = await client.db('local').collection('system.replset').findOne({});
  if (config === null) return;
  const moved = {
    ...config,
    version: Number(config['version']) + 1,
    members: [{ ...config['members'][0], host }],
  };
  await client.db('admin').command({ replSetReconfig: moved, force: true });
}
