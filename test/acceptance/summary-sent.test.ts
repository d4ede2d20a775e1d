import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { projectFolder } from '#docker/engines/project-folder.js';
import { tellStory } from '../../apps/cli/story/tell-story.js';
import { Client } from '../gateway/support/client.js';
import { startInstance, type TestInstance } from '../support/instance.js';
import { type OfficeLog, openOfficeLog } from './support/office-log.js';

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
/** Over since long, and its last day too. */
const period = `${Number(today.slice(0, 4)) - 1}-H1`;

let instance: TestInstance;
let log: OfficeLog;
beforeAll(async () => {
  instance = await startInstance();
  log = await openOfficeLog(instance);
  const { gatewayUrl, engines } = instance;
  const { temporalAddress } = engines;
  await tellStory({ gatewayUrl, temporalAddress, variant: 'granted', tell: () => undefined });
});
afterAll(async () => {
  await log.close();
  await instance.stop();
});

/** As whoever has the machine but no account asks. */
function hoso(...args: readonly string[]): Promise<string> {
  const main = join(projectFolder(), 'dist/apps/cli/main.js');
  const env = { ...process.env, ...instance.environment, NODE_OPTIONS: '' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [main, ...args], { env }, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr));
      else resolve(stdout);
    });
  });
}

interface Told {
  readonly position: number;
  readonly sending: {
    readonly standing: string;
    readonly awaiting: readonly string[];
    readonly sent: readonly Readonly<Record<string, unknown>>[];
  };
  readonly history?: readonly { readonly command: string }[];
}

const summary = async (...args: readonly string[]): Promise<Told> =>
  JSON.parse(await hoso('summary', '--period', period, '--json', ...args)) as Told;

async function give(name: string, input: object): Promise<unknown> {
  const client = await Client.signIn(instance.gatewayUrl, 'demo-specialist');
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { [name]: payload } = await client.read<Record<string, { refusal: { name: string } | null }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { refusal { name } } }`,
    { input: { periodName: period, idempotencyKey: `${name}-${JSON.stringify(input).length}`, ...input } },
  );
  return payload?.refusal?.name ?? 'recorded';
}

it('from the paper in the post to the table of who has it, and over a killed gateway', async () => {
  const open = await summary();
  expect(open.sending).toMatchObject({ standing: 'late', awaiting: ['ministry', 'peoplesCommittee'] });
  const { position } = open;
  const specialist = await Client.signIn(instance.gatewayUrl, 'demo-specialist');
  const paper = await specialist.get(`/summaries/${period}.pdf?position=${position}`);
  const file = createHash('sha256')
    .update(new Uint8Array(await paper.arrayBuffer()))
    .digest('hex');

  const letter = { sentOn: today, way: 'POST', reference: '45/BC', position };
  expect(await give('recordSummarySent', { addressee: 'MINISTRY', ...letter })).toBe('recorded');
  await instance.kill('gateway');
  await instance.restart('gateway');
  const again = { addressee: 'MINISTRY', ...letter, idempotencyKey: 'another-key' };
  expect(await give('recordSummarySent', again)).toBe('SummaryAlreadySent');
  const half = await summary();
  expect(half.sending).toMatchObject({
    standing: 'late',
    awaiting: ['peoplesCommittee'],
    sent: [{ addressee: 'ministry', sentOn: today, late: true, reference: '45/BC', position, file }],
  });

  expect(await give('recordSummarySent', { addressee: 'PEOPLES_COMMITTEE', ...letter })).toBe('recorded');
  const lines = await hoso('summary', '--period', period, '--position', String(position), '--history');
  expect(lines).toContain('Gửi / sending: Đã gửi, quá hạn / Sent late');
  expect(lines).toMatch(
    new RegExp(`People’s Committee of the province +${today} \\(late\\), by post, 45/BC`, 'u'),
  );
  expect(lines).toContain('Summary of the first half of');
  const wrong = { addressee: 'MINISTRY', reason: 'Nhầm.' };
  expect(await give('withdrawSummarySending', wrong)).toBe('recorded');
  const { sending, history } = await summary('--history');
  expect(sending).toMatchObject({ standing: 'late', awaiting: ['ministry'] });
  expect(history?.map(({ command }) => command)).toStrictEqual([
    'recordSummarySent',
    'recordSummarySent',
    'withdrawSummarySending',
  ]);
  // The chain holds over the new streams, and no read model is disturbed by them.
  expect(await log.faults()).toStrictEqual([]);
});
