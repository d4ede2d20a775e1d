import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { askOracle } from './ask-oracle.js';
import { agrees, ourAnswer, type OracleCase } from './oracle-cases.js';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const seed = Date.now() % 1_000_000_007;

// Without Python the two thousand committed answers stand in: libs/calendar/golden.test.ts.
(hasPython ? it : it.skip)(
  `twenty thousand random deadlines agree with the oracle (seed ${seed})`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hoso-oracle-'));
    const different: OracleCase[] = [];
    try {
      const seen = await askOracle({ folder, count: 20_000, seed }, (one) => {
        if (!agrees(one)) different.push(one);
      });
      expect(seen).toBe(20_000);
      expect(different.slice(0, 3).map((one) => ({ ...one, ours: ourAnswer(one) }))).toStrictEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  300_000,
);
