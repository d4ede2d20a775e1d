import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#libs/kernel/time.js';
import { beekeeping } from '../../test/support/beekeeping.js';
import { ProcedureFaults, hashOf, loadProcedures, publishProcedure } from './load-procedures.js';
import { schemaFolder } from './load-schema-folder.js';
import type { Procedure } from './procedure.js';

const id = 'aggregated-news-licence';
const day = (text: string) => text as LocalDate;

describe('the procedures of this project', () => {
  it('are without fault, and each day has its version', async () => {
    const book = await loadProcedures({ demonstration: true });
    const on = (date: string) => book.on(id, day(date))?.version;
    expect(['2018-04-14', '2018-04-15', '2024-12-24', '2024-12-25', '2030-01-01'].map(on)).toStrictEqual([
      undefined,
      '2018-04-15',
      '2018-04-15',
      '2024-12-25',
      '2024-12-25',
    ]);
  });

  it('hold outside a demonstration only where every figure was verified', async () => {
    const book = await loadProcedures({ demonstration: false });
    const [verified, provisional] = book.list().filter((one) => one.id === id) as [Procedure, Procedure];
    expect(book.on(id, day('2024-12-24'))).toBe(verified);
    expect(book.on(id, day('2024-12-25'))).toBeUndefined();
    expect(book.find(provisional)).toBe(provisional);
    expect(book.objectionsTo(provisional).map(({ path }) => path)).toContain('decisionLimit');
  });

  it('are pinned by the hash that was published', async () => {
    const book = await loadProcedures({ demonstration: false });
    const published: unknown = JSON.parse(
      await readFile(join(schemaFolder('procedures'), 'published.json'), 'utf8'),
    );
    const { version, hash } = book.reference(book.list().find((one) => one.id === id)!);
    expect(published).toStrictEqual({ [`${id}@${version}`]: hash });
  });
});

describe('a folder of procedures', () => {
  let folder: string;
  const bees = beekeeping();
  const write = (procedure: object, name = 'beekeeping-licence@2020-01-01') =>
    writeFile(join(folder, `${name}.json`), JSON.stringify(procedure));
  const codesOf = async (work: Promise<unknown>) => {
    const error = await work.catch((reason: unknown) => reason);
    return error instanceof ProcedureFaults ? error.faults.map(({ code, path }) => `${code} ${path}`) : error;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoso-procedures-'));
    await write(bees);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('holds drafts, which are in force in a demonstration only', async () => {
    const draft = await loadProcedures({ folder, demonstration: false });
    expect(draft.on(bees.id, day('2020-01-01'))).toBeUndefined();
    const shown = await loadProcedures({ folder, demonstration: true });
    expect(shown.on(bees.id, day('2020-01-01'))).toStrictEqual(bees);
  });

  it('keeps what was published: in force, and never altered', async () => {
    const hash = await publishProcedure(bees, folder);
    const book = await loadProcedures({ folder, demonstration: false });
    expect(book.reference(book.on(bees.id, day('2020-01-01'))!)).toStrictEqual({
      id: bees.id,
      version: bees.version,
      hash,
    });
    await write({ ...bees, remindAfterShare: 0.6 });
    expect(await codesOf(loadProcedures({ folder, demonstration: true }))).toStrictEqual([
      'publishedChanged beekeeping-licence@2020-01-01',
    ]);
    await rm(join(folder, 'beekeeping-licence@2020-01-01.json'));
    expect(await codesOf(loadProcedures({ folder, demonstration: true }))).toStrictEqual([
      'publishedMissing beekeeping-licence@2020-01-01',
    ]);
  });

  it('refuses to publish provisional figures, and what is not there', async () => {
    await write(beekeeping({ provisional: [{ path: 'steps', note: bees.name }] }));
    expect(await codesOf(publishProcedure(bees, folder))).toStrictEqual([
      'provisional beekeeping-licence@2020-01-01: steps',
    ]);
    expect(await codesOf(publishProcedure({ id: 'x', version: '1' }, folder))).toStrictEqual([
      'unknownVersion x@1',
    ]);
  });

  it('lists the faults of all files at once', async () => {
    await write({ ...bees, papers: [] });
    await write(
      beekeeping({ version: '2024-01-01', validTo: day('2019-01-01') }),
      'beekeeping-licence@2023-01-01',
    );
    await writeFile(join(folder, 'broken@1.json'), '{');
    expect(await codesOf(loadProcedures({ folder, demonstration: true, forms: [] }))).toStrictEqual([
      'shape.minItems beekeeping-licence@2020-01-01: papers',
      'neverInForce beekeeping-licence@2023-01-01: validTo',
      'wrongFileName beekeeping-licence@2023-01-01: version',
      'unknownForm beekeeping-licence@2023-01-01: form',
      'notJson broken@1',
    ]);
  });

  it('may be the copy of the real one', async () => {
    await cp(schemaFolder('procedures'), folder, { recursive: true });
    const copied = (await loadProcedures({ folder, demonstration: true })).list();
    expect(copied).toHaveLength(1 + (await loadProcedures({ demonstration: true })).list().length);
  });
});

describe('hashOf', () => {
  it('does not care for the order of keys', () => {
    expect(hashOf({ b: 1, a: 'ộ' })).toBe(hashOf({ a: 'ộ', b: 1 }));
    expect(hashOf({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
  });
});
