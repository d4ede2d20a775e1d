import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDocumentActivities } from '#activities/documents.js';
import { documentWorkshop } from '#activities/document-workshop.js';
import { givenPaperId } from '#libs/dossier/given-papers.js';
import { verificationCodeOf } from '#libs/evidence/verification-code.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import { erased } from './support/erased.js';
import { exampleAnswers, underAppraisal } from './support/filing.js';
import { applied, carriedOut, decided, renaming } from './support/licence-application.js';
import { licensed, type Licensed, workerMeans } from './support/licensed.js';
import { numberedLetter } from './support/numbered-letter.js';
import { type Office, openOffice } from './support/office.js';

const HOLDER = 'Công ty Cổ phần Truyền thông Gió Biển';
const RENAMED = 'Công ty Biển Xanh';
const GONE = 'Không còn lưu: dữ liệu của hồ sơ đã được xóa';

let office: Office;
let means: ReturnType<typeof workerMeans>;
beforeAll(async () => {
  office = await openOffice();
  means = workerMeans(office);
});
afterAll(async () => {
  await means.papers.close();
  await office.close();
});

/** The public page of a code, once the read models know it; asked seldom, since nobody may ask too often. */
async function pageOf(code: string): Promise<string> {
  for (;;) {
    const answer = await fetch(`${office.url}/verify/${code}`);
    if (answer.status === 200) return answer.text();
    await wait(1000);
  }
}

async function letterTo({ licenceId }: Licensed): Promise<string> {
  const document = await numberedLetter(office, licenceId);
  await createDocumentActivities(means, documentWorkshop(means)).issueDocument({ id: licenceId });
  return verificationCodeOf(licenceId as LicenceId, document);
}

async function receiptOf(dossierId: string): Promise<string> {
  const read = await office.backbone.reader.findDossier(dossierId as DossierId);
  const accepted = read?.commits.find(({ events }) => events.some(({ type }) => type === 'DossierAccepted'));
  return verificationCodeOf(dossierId as DossierId, givenPaperId('receipt', accepted!.position));
}

/** What the form knows of people and of how they are reached. */
async function personal(): Promise<readonly string[]> {
  const { organisation } = (await exampleAnswers()) as { organisation: Record<string, string> };
  const { name: _, ...rest } = organisation;
  return ['Nguyễn Thị An', ...Object.values(rest)].filter((text) => typeof text === 'string');
}

describe('the page of a paper', () => {
  it('says to whom it was issued, and nothing else of them', async () => {
    const page = await pageOf(await receiptOf((await underAppraisal(office)).dossierId));
    expect(page).toContain(`<dd>${HOLDER}</dd>`);
    for (const hidden of await personal()) expect(page).not.toContain(hidden);
    expect(page).not.toContain('<script');
    expect(Buffer.byteLength(page)).toBeLessThan(30_000);
  });

  it('names the holder as the letter does, whatever the holder is called since', async () => {
    const granted = await licensed(office, await underAppraisal(office));
    const before = await letterTo(granted);
    await carriedOut(office, await decided(office, renaming, await applied(office, granted, renaming)));
    const since = await letterTo(granted);
    expect(await pageOf(before)).toContain(`<dd>${HOLDER}</dd>`);
    expect(await pageOf(since)).toContain(`<dd>${RENAMED}</dd>`);
  });

  it('says plainly that a name is not kept any more once the form was erased', async () => {
    const granted = await licensed(office, await underAppraisal(office));
    const letter = await letterTo(granted);
    const codes = [
      verificationCodeOf(granted.licenceId as LicenceId),
      letter,
      await receiptOf(granted.dossierId),
    ];
    for (const code of codes) expect(await pageOf(code)).toContain(HOLDER);
    const restore = await erased(office, granted.dossierId);
    for (const code of codes) {
      const page = await pageOf(code);
      expect(page).toContain(GONE);
      for (const name of [HOLDER, 'Nguyễn Thị An']) expect(page).not.toContain(name);
    }
    await restore();
    for (const code of codes) expect(await pageOf(code)).not.toContain(GONE);
  });
});
