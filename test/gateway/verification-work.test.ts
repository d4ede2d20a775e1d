import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Office, openOffice } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await database().command({ profile: 2 });
});
afterAll(async () => {
  await database().command({ profile: 0 });
  await office.close();
});

const database = () => office.backbone.connection.getClient().db(office.settings.database);

/** What the database was asked for the sake of one page: each question with how much was looked at and given. */
async function workFor(path: string): Promise<readonly string[]> {
  const profile = database().collection('system.profile');
  const since = await profile.countDocuments();
  const answer = await fetch(`${office.url}${path}`, { redirect: 'manual' });
  const page = await answer.text();
  const all = await profile.find().sort({ $natural: 1 }).skip(since).toArray();
  const asked = all.filter(
    ({ op, ns, command }) =>
      op === 'query' &&
      ('verificationCode' in (command.filter ?? {}) || /_dossier-papers_|\.drawn-records/u.test(String(ns))),
  );
  const work = asked.map(({ ns, planSummary, docsExamined, keysExamined, nreturned }) =>
    [
      String(ns).replace(office.settings.database, ''),
      planSummary,
      keysExamined,
      docsExamined,
      nreturned,
    ].join(' '),
  );
  // Both are asked at once: which comes first is chance.
  return [`${answer.status} ${page.length}`, ...work.sort()];
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const some = (count: number, length: number) =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length }, (__, at) => letters[(row * 31 + at * 7 + row * at) % letters.length]).join(''),
  );

describe('a code that leads nowhere', () => {
  it('costs the same whether it could be a code, is too short or too long, or is none at all', async () => {
    const unknown = some(6, 16).map((code) => `/verify/${code}`);
    const typed = ['x', ...some(2, 15), ...some(2, 17), '%00', '%F0%9F%90%9D', '..%2F..', '$ne'];
    // The framework answered these by itself, in JSON and without a look.
    const broken = ['%ff', '%', 'A'.repeat(101), 'A'.repeat(4000), '%ff/document.pdf', 'a/b', ''];
    const malformed = [...typed, ...broken].map((code) => `/verify/${code}`);
    const works: (readonly string[])[] = [];
    for (const path of [...unknown, ...malformed]) works.push(await workFor(path));
    const [first = []] = works;
    // The answer, and a look for a licence, for a document about one, for a paper of a dossier, and for a record of the office.
    expect(first).toHaveLength(5);
    expect(works).toStrictEqual(works.map(() => first));
  });

  it('costs the same in the form, and where the file is asked for', async () => {
    for (const [looks, around] of [
      [4, (code: string) => `/verify?code=${code}`],
      [1, (code: string) => `/verify/${code}/certificate.pdf`],
      [3, (code: string) => `/verify/${code}/document.pdf`],
    ] as const) {
      const unknown = await workFor(around('K7QF-93XA-0ZTM-W2BD'));
      const malformed = await workFor(around('nonsense'));
      const empty = await workFor(around('%20'));
      expect([malformed, empty]).toStrictEqual([unknown, unknown]);
      expect(unknown).toHaveLength(1 + looks);
    }
  });
});
