import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filing } from './support/filing.js';
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
});
