import { connect, type Socket } from 'node:net';
import { deserialize, type Document, serialize } from 'bson';

const OP_MSG = 2013;
/** Length, request id, answered id, kind of message: four integers. Then flags, and the kind of the one section. */
const HEADER_BYTES = 16;
const BEFORE_BODY_BYTES = HEADER_BYTES + 5;
const PATIENCE_MS = 2_000;

/** The server has understood and says no. */
export class MongodRefused extends Error {
  override readonly name = 'MongodRefused';

  constructor(
    readonly code: unknown,
    sentence: unknown,
  ) {
    super(String(sentence));
  }
}

/**
 * One command on a connection of its own. Who starts servers says four commands to mongod in all; the driver would stay
 * in its memory as long as they run.
 *
 * @param command with `$db`
 * @throws MongodRefused, or what the network says when nobody answers.
 */
export async function mongodCommand(host: string, command: Document): Promise<Document> {
  const { hostname, port } = new URL(`mongodb://${host}`);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`mongod at ${host} does not answer`)));
  try {
    socket.write(messageOf(command));
    const reply = await replyFrom(socket);
    if (reply['ok'] !== 1) throw new MongodRefused(reply['code'], reply['errmsg']);
    return reply;
  } finally {
    socket.destroy();
  }
}

function messageOf(command: Document): Buffer {
  const body = serialize(command);
  const message = Buffer.alloc(BEFORE_BODY_BYTES + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(OP_MSG, HEADER_BYTES - 4);
  message.set(body, BEFORE_BODY_BYTES);
  return message;
}

async function replyFrom(socket: Socket): Promise<Document> {
  let received = Buffer.alloc(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    received = Buffer.concat([received, chunk]);
    if (received.length >= HEADER_BYTES && received.length >= received.readInt32LE(0))
      return deserialize(received.subarray(BEFORE_BODY_BYTES));
  }
  throw new Error('mongod hung up');
}
