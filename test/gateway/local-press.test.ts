import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#libs/commands/system.js';
import type { Digest, DossierId } from '#libs/kernel/ids.js';
import { textOf } from '#libs/notifications/compose.js';
import { noticesOf } from '#libs/notifications/notices-of.js';
import { Generations } from '#libs/projections/generations.js';
import { Projector } from '#libs/projections/projector.js';
import { projectRest } from '../projections/office.js';
import { template as drawnBy } from '../support/beekeeping-events.js';
import { carried, filing, key, uploadPaper } from './support/filing.js';
import { inDays } from './support/opened-licence.js';
import { type Office, openOffice } from './support/office.js';

const ORDINARY = 'aggregated-news-licence';
const LOCAL_PRESS = 'aggregated-news-local-press';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function filed(procedureId: string, applicantKind: string, papers?: readonly string[]) {
  const applicant = await office.as('demo-applicant');
  const usual = await filing(applicant);
  const [one] = usual['papers'] as readonly { readonly digest: string }[];
  const chosen = papers?.map((code) => ({ code, digest: one?.digest }));
  const input = { ...usual, procedureId, applicantKind, ...(chosen && { papers: chosen }) };
  return applicant.command('submitDossier', input);
}

/** Of a press agency, up to the draft that proposes to send it on. */
async function pressDossier() {
  const specialist = await office.as('demo-specialist');
  const { procedure } = await specialist.read<{ procedure: { checklist: { code: string }[] } }>(
    `{ procedure(id: "${LOCAL_PRESS}") { checklist { code } } }`,
  );
  const first = await filed(LOCAL_PRESS, 'PRESS_AGENCY', press);
  const findings = procedure.checklist.map(({ code }) => ({ item: code, met: true }));
  const drafted = await carried(office, first, [
    ['demo-clerk', 'acceptDossier'],
    ['demo-clerk', 'confirmCompleteness'],
    ['demo-specialist', 'recordAppraisal', { findings }],
    ['demo-specialist', 'proposeDecision', { kind: 'FORWARD', reasons: [] }],
  ]);
  return { drafted, trackingSecret: first.trackingSecret ?? '' };
}

const press = ['application', 'pressLicence', 'activityPlan', 'pagePrintouts', 'sourceConsents'];

describe('the way of a local press agency', () => {
  it('is shown to an agency that files as everybody else', async () => {
    const { refusal } = await filed(ORDINARY, 'PRESS_AGENCY');
    expect(refusal).toMatchObject({
      name: 'ApplicantKindNotServed',
      details: { applicantKind: 'pressAgency', servedBy: [LOCAL_PRESS] },
    });
  });

  it('is closed to everybody else, who are told theirs', async () => {
    const { refusal } = await filed(LOCAL_PRESS, 'ENTERPRISE', press);
    expect(refusal).toMatchObject({
      name: 'ApplicantKindNotServed',
      details: { servedBy: expect.arrayContaining([ORDINARY]) },
    });
  });

  it('takes the dossier of such an agency, and shows by which stages it goes to whom', async () => {
    expect((await filed(LOCAL_PRESS, 'PRESS_AGENCY', press)).refusal).toBeNull();
    const { procedure } = await office
      .anybody()
      .read<{ procedure: object }>(
        `query ($id: ID!) { procedure(id: $id) { result stages forwardTo { vi } decidedWithin { amount unit } } }`,
        { id: LOCAL_PRESS },
      );
    expect(procedure).toStrictEqual({
      result: 'DOSSIER_FORWARD',
      stages: ['RECEIPT', 'COMPLETENESS', 'APPRAISAL', 'DECISION', 'CERTIFICATE'],
      forwardTo: { vi: 'Cục Phát thanh, truyền hình và Thông tin điện tử' },
      decidedWithin: { amount: 5, unit: 'workingDays' },
    });
  });

  it('is sent on by a command of its own: whoever grants as usual is told in both languages where it is decided', async () => {
    const director = await office.as('demo-director');
    const { drafted } = await pressDossier();
    const { dossierId, version: expectedVersion } = drafted;
    const { refusal } = await director.command('grantLicence', {
      dossierId,
      expectedVersion,
      idempotencyKey: key(),
    });
    expect(refusal).toStrictEqual({
      name: 'DecidedElsewhere',
      message: {
        vi: 'Cơ quan khác có thẩm quyền cấp phép; ở đây chỉ phê duyệt việc chuyển hồ sơ kèm văn bản đề nghị.',
        en: 'Another authority decides; what is approved here is that the dossier is sent on to it.',
      },
      details: { authority: 'Cục Phát thanh, truyền hình và Thông tin điện tử' },
    });
    const { position } = await carried(office, drafted, [['demo-director', 'approveForwarding']]);
    const { dossierHistory } = await director.read<{ dossierHistory: { edges: object[] } }>(
      `query ($id: ID!, $position: Int!) { dossierHistory(dossierId: $id, first: 100, atLeastPosition: $position) {
        edges { node { command commandName { en } events { type } } } } }`,
      { id: dossierId, position },
    );
    expect(dossierHistory.edges.at(-1)).toStrictEqual({
      node: {
        command: 'approveForwarding',
        commandName: { en: 'Approve sending the dossier on' },
        events: [{ type: 'ForwardingApproved' }],
      },
    });
  });
});

describe('what the ministry decided', () => {
  let dossierId: string;
  let trackingSecret: string;
  const today = inDays(0);
  beforeAll(async () => {
    const begun = await pressDossier();
    ({ trackingSecret } = begun);
    const numbered = await carried(office, begun.drafted, [
      ['demo-director', 'approveForwarding'],
      ['demo-records', 'allocateLicenceNumber'],
    ]);
    dossierId = numbered.dossierId;
    await sentOn(dossierId);
  });

  /** As the worker does once everybody has signed. */
  async function sentOn(id: string): Promise<void> {
    const { reader, commands } = office.backbone;
    const found = (await reader.findDossier(id as DossierId))?.dossier;
    const text = found?.stage === 'certificate' ? (found.letter?.text ?? '') : '';
    const data = { text, certificate: 'd'.repeat(64) as Digest, pages: 1, template: drawnBy, signatures: [] };
    const answer = await commands.dossier({
      id: id as DossierId,
      command: { type: 'issueCertificate', data },
      actor: SYSTEM,
      idempotencyKey: `sent ${id}`,
      correlationId: 'test',
    });
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer.refusal));
  }

  const record = async (person: string, input: object) =>
    (await office.as(person)).command('recordForwardingAnswer', {
      dossierId,
      idempotencyKey: key(),
      ...input,
    });
  const tracked = async () =>
    office.anybody().read<{ publicTracking: object }>(
      `query ($code: String!, $secret: String!) { publicTracking(code: $code, secret: $secret) {
        stage sentOnTo answer { answer number decidedOn } } }`,
      { code: dossierId, secret: trackingSecret },
    );
  const shown = async (position: number) =>
    (await office.as('demo-applicant')).read<{ dossier: object }>(
      `query ($id: ID!, $at: Int!) { dossier(id: $id, atLeastPosition: $at) { outcome
        forwarding { to answer { answer number decidedOn reason paper { digest mediaType bytes } } } } }`,
      { id: dossierId, at: position },
    );
  const ministry = 'Cục Phát thanh, truyền hình và Thông tin điện tử';
  const wrong = { answer: 'REFUSED', reason: 'Tên miền gây nhầm lẫn.', decidedOn: today };
  const right = { answer: 'GRANTED', number: '140/GP-BVHTTDL', decidedOn: today };

  const fetched = async (person: string, digest: string) =>
    (await (await office.as(person)).get(`/attachments/${digest}?dossier=${dossierId}`)).status;
  let letters: readonly string[];

  it('is awaited: the applicant reads to whom it was sent', async () => {
    expect(await shown(await office.backbone.store.tail())).toStrictEqual({
      dossier: { outcome: 'FORWARDED', forwarding: { to: ministry, answer: null } },
    });
    expect(await tracked()).toStrictEqual({
      publicTracking: { stage: 'CLOSED', sentOnTo: ministry, answer: null },
    });
  });

  it('is recorded with what belongs to it, and by those who register what comes in', async () => {
    const faulty = await record('demo-records', { ...right, number: null });
    expect(faulty.refusal).toMatchObject({ name: 'TextMissing', details: { field: 'number' } });
    const early = await record('demo-records', { ...right, decidedOn: inDays(-1) });
    expect(early.refusal?.name).toBe('DateBeforeSending');
    letters = [await uploadPaper(await office.as('demo-records'), 'Của hồ sơ khác')];
    const { position, refusal } = await record('demo-records', { ...wrong, digest: letters[0] });
    expect(refusal).toBeNull();
    expect(await shown(position ?? 0)).toMatchObject({
      dossier: {
        forwarding: {
          answer: {
            answer: 'REFUSED',
            number: null,
            reason: wrong.reason,
            decidedOn: today,
            paper: { digest: letters[0], mediaType: 'application/pdf' },
          },
        },
      },
    });
  });

  it('comes with the paper that was sent, for who sees the dossier; only who uploaded one can attach it', async () => {
    const [letter = ''] = letters;
    const people = ['demo-applicant', 'demo-specialist', 'demo-auditor', 'demo-police'];
    expect(await Promise.all(people.map((person) => fetched(person, letter)))).toStrictEqual([
      200, 200, 200, 404,
    ]);
    const another = await record('demo-specialist', { ...right, corrects: 'Nhầm.', digest: letter });
    expect(another.refusal).toMatchObject({ name: 'PapersNotUploaded', details: { digests: [letter] } });
    const clerk = await record('demo-clerk', { ...right, digest: 'e'.repeat(64) });
    expect(clerk.refusal?.name).toBe('NotPermitted');
  });

  it('is corrected with a reason, and tracked as it is on record; the history keeps both', async () => {
    expect((await record('demo-records', right)).refusal?.name).toBe('AnswerAlreadyRecorded');
    letters = [...letters, await uploadPaper(await office.as('demo-specialist'), 'Giấy phép 140')];
    const digest = letters[1];
    const { position } = await record('demo-specialist', { ...right, corrects: 'Nhầm hồ sơ.', digest });
    const { dossierHistory } = await (
      await office.as('demo-auditor')
    ).read<{ dossierHistory: { edges: { node: { events: { sentence: { vi: string } }[] } }[] } }>(
      `query ($id: ID!, $at: Int!) { dossierHistory(dossierId: $id, first: 100, atLeastPosition: $at) {
        edges { node { events { sentence { vi } } } } } }`,
      { id: dossierId, at: position },
    );
    const told = dossierHistory.edges.slice(-2).map(({ node }) => node.events[0]?.sentence.vi);
    const on = today.split('-').toReversed().join('/');
    expect(told).toStrictEqual([
      `${ministry} không cấp giấy phép, văn bản ngày ${on}, kèm bản chụp văn bản: ${wrong.reason}`,
      `${ministry} đã cấp giấy phép số 140/GP-BVHTTDL ngày ${on}, kèm bản chụp văn bản (ghi lại: Nhầm hồ sơ.).`,
    ]);
    expect(await shown(position ?? 0)).toMatchObject({
      dossier: { forwarding: { answer: { paper: { digest } } } },
    });
    // The paper of the answer that does not hold may be about somebody else.
    const [of = '', holds = ''] = letters;
    expect([await fetched('demo-applicant', of), await fetched('demo-applicant', holds)]).toStrictEqual([
      404, 200,
    ]);
    expect(await fetched('demo-records', of)).toBe(200);
    expect(await tracked()).toStrictEqual({
      publicTracking: { stage: 'CLOSED', sentOnTo: ministry, answer: { ...right } },
    });
  });

  it('is told to the applicant as it was decided, each time', async () => {
    const told: string[] = [];
    const projector = new Projector({
      store: office.backbone.store,
      generations: new Generations(office.backbone.connection, office.backbone.clock),
      rules: office.backbone.books,
      projections: [],
      followers: [
        {
          name: 'told',
          async hear(changes) {
            const ours = changes.filter(({ id }) => id === dossierId);
            const nobody = { listTeam: async () => [] };
            for (const change of ours)
              for (const notice of await noticesOf(change, nobody))
                told.push(`${notice.person}: ${textOf(notice).en}`);
            return () => Promise.resolve();
          },
        },
      ],
    });
    await projector.open();
    await projectRest(office.backbone.store, projector);
    const on = today.split('-').toReversed().join('/');
    expect(told.slice(-2).map((line) => line.replace(/Dossier \S+:/u, 'Dossier:'))).toStrictEqual([
      `demo-applicant: Dossier: the authority that decides has refused the licence on ${on}. See the reason.`,
      `demo-applicant: Dossier: the authority that decides has granted the licence on ${on}.`,
    ]);
  });
});
