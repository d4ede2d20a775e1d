import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { vietnamEdition } from '#libs/calendar/editions/vietnam.js';

const root = join(import.meta.dirname, '../..');
const sourceHooks = join(root, 'test/support/source-hooks.mjs');
const folder = mkdtempSync(join(tmpdir(), 'hoso-calendar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command line as others call it, far from Viet Nam. */
function hoso(args: readonly string[], input = '') {
  const node = ['-C', 'source', '--import', sourceHooks, join(root, 'apps/cli/main.ts')];
  const env = { PATH: process.env['PATH'], HOME: folder, TZ: 'America/New_York', LANG: 'tr_TR.UTF-8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...args], {
    cwd: root,
    env,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The same for a reader who goes after the first line. */
function hosoIntoHead(args: readonly string[]) {
  const program = ['-C', 'source', '--import', sourceHooks, join(root, 'apps/cli/main.ts')];
  const piped = ['-c', '"$0" "$@" | head -n 1', process.execPath, ...program, ...args];
  const { stdout, stderr } = spawnSync('sh', piped, { cwd: root, encoding: 'utf8' });
  return { stdout, stderr };
}

function written(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('hoso deadline explain', () => {
  const asked = ['deadline', 'explain', '--from', '2026-11-16T09:00:00+07:00', '--days', '10'];

  it('ends quietly when whoever reads it has seen enough', () => {
    const { stdout, stderr } = hosoIntoHead([...asked.slice(0, -1), '900']);
    expect(stdout).toBe('Thời hạn bắt đầu từ 09:00 thứ Hai 16/11/2026.\n');
    expect(stderr).not.toMatch(/EPIPE|at /);
  });

  it('knows the known answer, and every step of it in both languages', () => {
    const { status, stdout } = hoso([...asked, '--json']);
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      dueOn: '2026-12-01',
      dueAt: '2026-12-01T10:00:00.000Z',
      provisional: false,
    });
    expect(answer.steps.map(({ effect }: { effect: string }) => effect)).toContain('isNotCounted');
    expect(answer.steps.every(({ text }: { text: object }) => 'vi' in text && 'en' in text)).toBe(true);
  }, 60_000);

  it('takes an agency, a rule and several pauses, the last of them open', () => {
    const pauses = ['--pause', '2026-11-18..2026-11-19', '--pause', '2026-11-23T09:00:00+07:00..'];
    const { stdout } = hoso([...asked, '--agency', 'H21.12', '--rule', 'resume', ...pauses, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      dueOn: null,
      dueAt: null,
      usedDays: 4,
      calendar: { id: 'gia-lai' },
    });
  }, 60_000);

  it('says in one line which option is wrong', () => {
    const { status, stdout, stderr } = hoso(['deadline', 'explain', '--from', '2026-02-30', '--days', '10']);
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toStrictEqual({
      status: 1,
      stdout: '',
      lines: 1,
    });
    expect(stderr).toMatch(/^hoso: --from: .*\(Not an existing instant/u);
  }, 60_000);

  it('answers line by line in the order of the questions, bad ones among them', () => {
    const from = '2026-11-16T09:00:00+07:00';
    const lines = [
      { from, days: 10 },
      'x',
      { from, days: 1, agency: 'X99' },
      { from, days: 1, unit: 'working' },
    ];
    const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    const { status, stdout } = hoso(['deadline', 'explain', '--batch'], input);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers).toMatchObject([
      { dueOn: '2026-12-01' },
      { refusal: 'BadDeadlineQuestion', details: { faults: [{ field: '', code: 'notJson' }] } },
      { refusal: 'BadDeadlineQuestion', details: { faults: [{ field: 'agency', code: 'unknownAgency' }] } },
      { dueOn: '2026-11-17' },
    ]);
  }, 60_000);
});

describe('hoso calendar', () => {
  it('shows a year of an agency with the notice of each day off', () => {
    const { stdout } = hoso(['calendar', 'show', '--year', '2026', '--agency', 'H21', '--json']);
    const { days } = JSON.parse(stdout);
    expect(days).toHaveLength(365);
    expect(days.find(({ on }: { on: string }) => on === '2026-11-24')).toMatchObject({
      working: false,
      source: { source: 'Nghị quyết 28/2026/QH16, Điều 2' },
    });
    expect(hoso(['calendar', 'show', '--year', '26']).status).toBe(1);
  }, 60_000);

  it('finds an edition sound, or lists what contradicts itself, or says why it could not look', () => {
    const sound = hoso(['calendar', 'check', written('sound.json', vietnamEdition)]);
    expect([sound.status, sound.stdout]).toStrictEqual([0, 'vietnam 2026.2: đạt (sound)\n']);
    const twice = { ...vietnamEdition, holidays: [...vietnamEdition.holidays, vietnamEdition.holidays[0]] };
    const faulty = hoso(['calendar', 'check', written('faulty.json', twice)]);
    expect(faulty.status).toBe(1);
    expect(faulty.stdout).toMatch(/^holidays\[\d+\]\.on: .* is listed twice\n$/u);
    const torn = hoso(['calendar', 'check', written('torn.json', '{')]);
    expect([torn.status, torn.stderr.split('\n').length]).toStrictEqual([1, 2]);
  }, 60_000);
});
