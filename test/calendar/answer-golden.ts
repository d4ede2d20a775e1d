import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agrees, parseCase } from './oracle-cases.js';

/** Answers the committed questions and says how many answers are the oracle's; run under any zone and locale. */
const lines = readFileSync(join(import.meta.dirname, 'golden.jsonl'), 'utf8')
  .trim()
  .split('\n');
const agreeing = lines.map(parseCase).filter(agrees).length;
process.stdout.write(`${process.env['TZ']}: ${agreeing} agree, ${lines.length - agreeing} differ\n`);
