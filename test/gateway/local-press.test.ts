import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { carried, filing, key } from './support/filing.js';
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
    const { procedure } = await director.read<{ procedure: { checklist: { code: string }[] } }>(
      `{ procedure(id: "${LOCAL_PRESS}") { checklist { code } } }`,
    );
    const drafted = await carried(office, await filed(LOCAL_PRESS, 'PRESS_AGENCY', press), [
      ['demo-clerk', 'acceptDossier'],
      ['demo-clerk', 'confirmCompleteness'],
      [
        'demo-specialist',
        'recordAppraisal',
        { findings: procedure.checklist.map(({ code }) => ({ item: code, met: true })) },
      ],
      ['demo-specialist', 'proposeDecision', { kind: 'GRANT', reasons: [] }],
    ]);
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
