import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ownEngines } from '../support/engines.js';
import { calendarFigures } from './calendar.bench.js';
import { commandFigures, fullLogFigures } from './commands.bench.js';
import { documentFigures } from './documents.bench.js';
import { dossierFigures } from './dossiers.bench.js';
import { eventStoreFigures } from './event-store.bench.js';
import type { Figure } from './figure.js';
import { houseFigures } from './house.bench.js';
import { licenceFigures } from './licences.bench.js';
import { lifeFigures } from './lives.bench.js';
import { projectionFigures } from './projections.bench.js';
import { replayFigures } from './replay.bench.js';
import { summaryFigures } from './summaries.bench.js';
import { table } from './table.js';

const HELP = `npm run bench [-- <part> …]

Measures each figure against a raw floor of the same run, prints a table and writes .hoso/bench.json.
Parts: calendar, documents, event-store, projections, summaries, commands, full-log, dossiers, licences, lives,
replay, house; all of them when none is named.
`;

type Part = () => Promise<readonly Figure[]>;

/** A part that needs a mongod and nothing else. */
const onMongod = (figures: (mongodbUri: string) => Promise<readonly Figure[]>) => async () => {
  const own = await ownEngines({ want: ['mongod'], log: say });
  try {
    return await figures(own.engines.mongodbUri);
  } finally {
    await own.stop();
  }
};

const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['calendar', calendarFigures],
  ['documents', documentFigures],
  ['event-store', onMongod(eventStoreFigures)],
  ['projections', onMongod(projectionFigures)],
  ['summaries', onMongod(summaryFigures)],
  ['commands', commandFigures],
  ['full-log', fullLogFigures],
  ['dossiers', dossierFigures],
  ['licences', licenceFigures],
  ['lives', lifeFigures],
  ['replay', replayFigures],
  ['house', houseFigures],
]);

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !parts.has(name));
if (values.help) process.stdout.write(HELP);
else if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}.\n\n${HELP}`);
  process.exitCode = 2;
} else await measure(positionals.length > 0 ? positionals : [...parts.keys()]);

async function measure(names: readonly string[]): Promise<void> {
  const figures: Figure[] = [];
  for (const name of names) {
    say(`measuring ${name} …`);
    figures.push(...((await parts.get(name)?.()) ?? []));
  }
  process.stdout.write(`\n${table(figures)}\n`);
  await keep(figures);
}

/** Where other tools look for the figures of the last run. */
async function keep(figures: readonly Figure[]): Promise<void> {
  const folder = join(import.meta.dirname, '../../.hoso');
  await mkdir(folder, { recursive: true });
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
  const report = { machine, at: new Date().toISOString(), figures };
  await writeFile(join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
}

function say(line: string): void {
  process.stderr.write(`bench: ${line}\n`);
}
