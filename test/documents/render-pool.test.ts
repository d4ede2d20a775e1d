import { setTimeout as later } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type CertificateFacts, renderCertificate } from '#libs/documents/certificate.js';
import { PaperError } from '#libs/documents/paper-error.js';
import type { RenderPool } from '#libs/documents/render-pool.js';
import { renderRecord } from '#libs/documents/records.js';
import { sourcePool } from '../support/source-pool.js';
import { certificateFacts } from './facts.js';
import { recordFacts } from './record-facts.js';

let pool: RenderPool;
afterEach(() => pool.close());

const named = (name: string): CertificateFacts => {
  const facts = certificateFacts();
  return { ...facts, holder: { ...facts.holder, name } };
};

describe('a paper drawn in a thread', () => {
  test('has the bytes it has outside, also beside others', async () => {
    pool = sourcePool({ threads: 2 });
    const facts = ['Hợp tác xã Ong', 'Công ty Mật', 'Trại Sáp', 'Nhà Khói'].map(named);
    const slip = pool.draw('record', 'controlSlip', recordFacts.controlSlip);
    const drawn = await Promise.all(facts.map((each) => pool.draw('certificate', each)));
    for (const [index, each] of facts.entries()) {
      const here = await renderCertificate(each);
      const there = drawn[index];
      expect(Buffer.compare(there?.bytes ?? Buffer.alloc(0), here.bytes)).toBe(0);
      expect({ ...there, bytes: undefined }).toEqual({ ...here, bytes: undefined });
    }
    expect((await slip).sha256).toBe((await renderRecord('controlSlip', recordFacts.controlSlip)).sha256);
    expect(pool.size).toBe(2);
  });

  test('that cannot be drawn is refused by field and cause, and the next one is drawn', async () => {
    pool = sourcePool({ threads: 1 });
    const refused = pool.draw('certificate', named('Công ty 漢'));
    const next = pool.draw('certificate', named('Công ty Hán'));
    const error = await refused.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PaperError);
    expect((error as PaperError).fault).toEqual({
      code: 'missingGlyph',
      field: 'holder.name',
      character: '漢',
      codePoint: 'U+6F22',
    });
    expect((await next).pages).toBeGreaterThan(0);
  });

  test('does not keep whoever waits for it from other work', async () => {
    pool = sourcePool({ threads: 1 });
    const order: string[] = [];
    const drawing = pool.draw('certificate', certificateFacts()).then(() => order.push('paper'));
    await later(1).then(() => order.push('other work'));
    await drawing;
    expect(order).toStrictEqual(['other work', 'paper']);
  });
});

describe('the threads', () => {
  test('are none before the first paper and none when there was nothing to draw for a while', async () => {
    pool = sourcePool({ threads: 1, idleMs: 1 });
    expect(pool.size).toBe(0);
    await pool.draw('certificate', certificateFacts());
    while (pool.size > 0) await later(1);
    expect(pool.size).toBe(0);
    expect((await pool.draw('certificate', certificateFacts())).pages).toBeGreaterThan(0);
  });

  test('that are ended reject what they were drawing', async () => {
    pool = sourcePool({ threads: 1 });
    const drawing = pool.draw('certificate', certificateFacts());
    const waiting = pool.draw('certificate', certificateFacts());
    const answers = Promise.allSettled([drawing, waiting]);
    await pool.close();
    expect((await answers).map(({ status }) => status)).toStrictEqual(['rejected', 'rejected']);
  });
});
