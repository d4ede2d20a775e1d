import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDocumentActivities } from '#activities/documents.js';
import { documentWorkshop } from '#activities/document-workshop.js';
import { createBlobStore } from '#libs/blobs/blob-store.js';
import { verificationCodeOf } from '#libs/evidence/verification-code.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import { eraseForm, type Erasure, erasureOf } from '../../apps/cli/erasing/erase-form.js';
import { dossierNamed } from '../../apps/cli/erasing/whose-form.js';
import { printed } from '../documents/printed.js';
import { byItsCode, codeOn, digestOf } from '../support/by-its-code.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.js';
import { carried, exampleAnswers, key, submitted, underAppraisal } from './support/filing.js';
import { actOn } from './support/licence-acts.js';
import { licensed, workerMeans } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';

const HOLDER = 'Công ty Cổ phần Truyền thông Gió Biển';
const order = { ground: 'applicantAsked', by: 'demo-operator' } as const;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const found = async (named: string): Promise<Erasure> =>
  erasureOf(office.backbone, await dossierNamed(office.backbone, named));
const erased = async (named: string) =>
  eraseForm(office.backbone, await dossierNamed(office.backbone, named), order);

async function file(path: string): Promise<{ readonly status: number; readonly bytes: Buffer }> {
  const answer = await (await office.as('demo-applicant')).get(path);
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

async function withdrawn() {
  const open = await carried(office, await submitted(await office.as('demo-applicant')), [
    ['demo-clerk', 'acceptDossier'],
  ]);
  const receipt = await file(`/dossiers/${open.dossierId}/slips/receipt`);
  const { position } = await carried(office, open, [
    ['demo-applicant', 'withdrawDossier', { reason: 'Thôi.' }],
  ]);
  return { dossierId: open.dossierId as DossierId, receipt: receipt.bytes, position };
}

describe('erasing the form of a dossier', () => {
  it('says beforehand what would go and what stays, and touches nothing', async () => {
    const { dossierId, receipt } = await withdrawn();
    const { forms, slips, stays, code, objection, erasedAt } = await found(dossierId);
    const { dossier, events } = (await office.backbone.reader.findDossier(dossierId))!;
    expect(forms).toStrictEqual([{ digest: dossier.form, isKept: true }]);
    expect(slips).toStrictEqual([
      { code: expect.any(String), kind: 'receipt', digest: digestOf(receipt), isKept: true },
    ]);
    expect({ code, objection, erasedAt }).toStrictEqual({
      code: dossier.acceptance?.code,
      objection: undefined,
      erasedAt: null,
    });
    expect(stays).toStrictEqual({
      dossiers: [],
      licence: null,
      issued: [],
      received: [],
      records: [],
      papers: dossier.papers.length,
    });
    expect(events.at(-1)?.type).toBe('DossierWithdrawn');
    // By its code and by the digest of its form it is the same dossier.
    for (const named of [code ?? '', dossier.form]) expect((await found(named)).dossierId).toBe(dossierId);
  });

  it('takes the answers and the slips that tell of them, and pages say so: the receipt stays known by its digest', async () => {
    const { dossierId, receipt } = await withdrawn();
    const gone = await erased(dossierId);
    expect([gone.forms.length, gone.slips.length]).toStrictEqual([1, 1]);
    for (const { digest } of [...gone.forms, ...gone.slips])
      expect(await office.backbone.blobs.has(digest)).toBe(false);
    const { text } = await printed(receipt);
    const { page } = await byItsCode(office.url, text);
    for (const said of [digestOf(receipt), 'dữ liệu của hồ sơ đã được xóa', 'Bản điện tử không còn lưu'])
      expect(page).toContain(said);
    expect(page).not.toContain(HOLDER);
    expect((await fetch(`${office.url}/verify/${codeOn(text)}/document.pdf`)).status).toBe(410);
    for (const slip of ['receipt', 'stop']) {
      const { status, bytes } = await file(`/dossiers/${dossierId}/slips/${slip}`);
      expect([status, JSON.parse(bytes.toString())]).toMatchObject([410, { code: 'GONE' }]);
    }
    // Nothing was drawn again from what is left, not even for the pages.
    expect((await found(dossierId)).slips.map(({ isKept }) => isKept)).toStrictEqual([false]);
  });

  it('is on record with its ground and by whom, names nobody, and is told once however often it is repeated', async () => {
    const { dossierId } = await withdrawn();
    await erased(dossierId);
    expect(await erased(dossierId)).toStrictEqual({ forms: [], slips: [] });
    const { commits } = (await office.backbone.reader.findDossier(dossierId))!;
    const erasing = commits.filter(({ command }) => command === 'eraseForm');
    expect(erasing.map(({ actor, onBehalfOf, events }) => ({ actor, onBehalfOf, events }))).toStrictEqual([
      {
        actor: { id: 'erasure', roles: ['system'] },
        onBehalfOf: 'demo-operator',
        events: [
          {
            type: 'FormErased',
            schema: 1,
            data: { ground: 'applicantAsked', erasedAt: expect.any(String) },
          },
        ],
      },
    ]);
    const { dossier } = await (
      await office.as('demo-clerk')
    ).read<{ dossier: object }>(
      'query ($id: ID!, $at: Int!) { dossier(id: $id, atLeastPosition: $at) { formAnswers formErasedAt } }',
      { id: dossierId, at: erasing[0]?.position },
    );
    expect(dossier).toStrictEqual({
      formAnswers: null,
      formErasedAt: erasing[0]?.events[0]?.data['erasedAt'],
    });
  });

  it('finishes what a crash left undone', async () => {
    const { dossierId } = await withdrawn();
    const { forms } = await found(dossierId);
    const kept = (await office.backbone.blobs.read(forms[0]!.digest))!;
    await erased(dossierId);
    await office.backbone.blobs.put(kept);
    expect((await erased(dossierId)).forms).toStrictEqual([{ digest: forms[0]?.digest, isKept: true }]);
    expect(await office.backbone.blobs.has(forms[0]!.digest)).toBe(false);
  });

  it('is refused where the files are not, as in another data folder: nothing is put on record that did not happen', async () => {
    const { dossierId } = await withdrawn();
    const folder = await makeTestFolder();
    const elsewhere = { ...office.backbone, blobs: await createBlobStore(folder) };
    const { objection } = await erasureOf(elsewhere, await dossierNamed(elsewhere, dossierId));
    expect(objection).toStrictEqual({ refusal: 'FilesElsewhere', details: {} });
    await removeTestFolder(folder);
  });

  it('is refused while the dossier is open', async () => {
    const { dossierId } = await underAppraisal(office);
    expect((await found(dossierId)).objection?.refusal).toBe('DossierStillOpen');
    await expect(erased(dossierId)).rejects.toThrow('DossierStillOpen');
    expect((await found(dossierId)).forms.map(({ isKept }) => isKept)).toStrictEqual([true]);
  });

  it('is refused while an open dossier has the same answers, as where one supplement went to two', async () => {
    const answers = await exampleAnswers();
    const items = [{ field: 'site/name', deficiency: 'notSigned', guidance: 'Ghi rõ tên trang.' }];
    const supplement = { answers, papers: [], idempotencyKey: key() };
    const supplemented = async () =>
      carried(office, await submitted(await office.as('demo-applicant')), [
        ['demo-clerk', 'requestSupplement', { items }],
        ['demo-applicant', 'receiveSupplement', supplement],
      ]);
    const [one, other] = [await supplemented(), await supplemented()];
    await carried(office, one, [['demo-applicant', 'withdrawDossier', { reason: 'Thôi.' }]]);
    const { objection, stays } = await found(one.dossierId);
    expect(stays.dossiers).toStrictEqual([other.dossierId]);
    expect(objection).toStrictEqual({
      refusal: 'FormOfAnother',
      details: { dossier: other.dossierId, because: 'DossierStillOpen' },
    });
    await carried(office, other, [['demo-applicant', 'withdrawDossier', { reason: 'Thôi.' }]]);
    expect((await found(one.dossierId)).objection).toBeUndefined();
  });

  it('is refused while its licence may need it, and done once that has ended and owes nothing', async () => {
    const granted = await licensed(office, await underAppraisal(office));
    const { dossierId, licenceId, text } = granted;
    const state = { dossierId, version: null, position: null, repeated: false, refusal: null };
    await carried(office, state, [['demo-clerk', 'handOverResult', { way: 'COUNTER' }]]);
    const refused = { refusal: 'LicenceNeedsForm', details: { licenceId, text, stage: 'inForce' } };
    expect((await found(dossierId)).objection).toStrictEqual(refused);
    await expect(erased(dossierId)).rejects.toThrow('LicenceNeedsForm');
    await actOn(office, licenceId as LicenceId, [
      'demo-director',
      'revokeLicence',
      { violation: 'againstState', reason: 'Vi phạm.' },
    ]);
    // The decision to revoke is owed to the holder, and is drawn from the form.
    expect((await found(dossierId)).objection).toMatchObject({ details: { stage: 'revoked' } });
    const id = licenceId as LicenceId;
    const [owed] = (await office.backbone.reader.findLicence(id))!.licence.documents;
    await actOn(office, id, ['demo-records', 'allocateDocumentNumber', { document: owed?.id }]);
    const means = workerMeans(office);
    await createDocumentActivities(means, documentWorkshop(means)).issueDocument({ id: licenceId });
    await means.papers.close();
    const { objection, stays } = await found(dossierId);
    expect({ objection, licence: stays.licence }).toStrictEqual({
      objection: undefined,
      licence: { text, stage: 'revoked' },
    });
    expect((await erased(dossierId)).forms.length).toBe(1);
    const page = await (await fetch(`${office.url}/verify/${verificationCodeOf(id)}`)).text();
    expect(page).toContain('dữ liệu của hồ sơ đã được xóa');
    expect(page).not.toContain(HOLDER);
  });

  it('knows no form that the log does not know', async () => {
    await expect(found('f'.repeat(64))).rejects.toThrow('the log has no such dossier or form');
    await expect(found('H21.12-000000-0000')).rejects.toThrow('the log has no such dossier or form');
  });
});
