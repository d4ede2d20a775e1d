import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const calendar = join(root, 'libs/calendar');
const goldenRun = join(import.meta.dirname, 'answer-golden.ts');
const sourceHooks = join(root, 'test/support/source-hooks.mjs');

describe('the machine is never asked', () => {
  it.each(['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Ho_Chi_Minh'])(
    'the answers under TZ=%s are the same',
    (TZ) => {
      const run = spawnSync(process.execPath, ['-C', 'source', '--import', sourceHooks, goldenRun], {
        cwd: root,
        env: { PATH: process.env['PATH'], TZ, LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      expect(run.stdout).toBe(`${TZ}: 2000 agree, 0 differ\n`);
    },
  );

  it('no source of the calendar reads the zone, the locale, the clock or chance', () => {
    const banned = /\bDate\b(?!Of)|\bIntl\b|toLocale|localeCompare|Math\.random|process\.|performance\./;
    const sources = readdirSync(calendar, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    );
    expect(sources.length).toBeGreaterThan(20);
    const code = (name: string): string =>
      readFileSync(join(calendar, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '');
    expect(sources.filter((name) => banned.test(code(name)))).toStrictEqual([]);
  });
});
