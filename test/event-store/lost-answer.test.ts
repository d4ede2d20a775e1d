import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Commit, emptyHead, headAfter } from '#libs/event-store/commit.js';
import { verifyLog } from '#libs/event-store/verify-chain.js';
import { testEngines } from '../support/engines.js';
import { appended, draft, numbersUpTo } from './drafts.js';
import { openLog, type OpenLog } from './open-log.js';

/** A line to the server that can be cut between a commit's arrival and its answer. */
class CuttableLine {
  /** How many of the next answers to inserts get lost. */
  answersToLose = 0;
  lost = 0;
  private readonly server: Server;

  constructor(private readonly target: URL) {
    this.server = createServer((client) => this.forward(client));
  }

  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `mongodb://127.0.0.1:${(this.server.address() as AddressInfo).port}/?directConnection=true`;
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private lose(client: Socket): void {
    this.answersToLose -= 1;
    this.lost += 1;
    client.destroy();
  }

  private forward(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    let inserting = false;
    client.on('data', (bytes) => {
      inserting ||= bytes.includes('insert\0');
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (!inserting || this.answersToLose === 0) client.write(bytes);
      else this.lose(client);
      inserting = false;
    });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  }
}

// Other suites share the machine.
jest.setTimeout(60_000);

const engines = testEngines();
let line: CuttableLine;
let log: OpenLog;

beforeEach(async () => {
  line = new CuttableLine(new URL(engines.mongodbUri));
  log = await openLog(await line.open(), engines.databaseName());
});

afterEach(async () => {
  await log.db.dropDatabase();
  await log.close();
  await line.close();
});

describe('an append whose answer is lost on the way', () => {
  it('is found in the log and answered as what it is, an append', async () => {
    line.answersToLose = 1;
    const outcome = await log.store.append(emptyHead('dossier/hives'), draft('a'));
    expect(appended(outcome).position).toBe(1);
    expect([line.lost, await log.store.tail()]).toStrictEqual([1, 1]);
  });

  it('is recorded once, together with all others of its batch, however often that happens', async () => {
    line.answersToLose = 5;
    const commits = await Promise.all(numbersUpTo(20).map((i) => appendTen(`dossier/${i}`)));
    expect(line.lost).toBe(5);
    const positions = commits.flat().map(({ position }) => position);
    expect(positions.sort((a, b) => a - b)).toStrictEqual(numbersUpTo(200));
    expect(await verifyLog(log.store)).toStrictEqual({ commits: 200, faults: [] });
  });
});

async function appendTen(stream: string): Promise<readonly Commit[]> {
  const commits: Commit[] = [];
  for (const i of numbersUpTo(10)) {
    const last = commits.at(-1);
    const head = last === undefined ? emptyHead(stream) : headAfter(last);
    commits.push(appended(await log.store.append(head, draft(`${i}`))));
  }
  return commits;
}
