import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filing, key, PROCEDURE, submitted } from './support/filing.js';
import { type Office, openOffice } from './support/office.js';
import { personalDataIn } from './support/personal-data.js';

/** What only activities bring (the certificate, the register) is tried where the whole system runs. */
describe('one application through the gateway, from filing to its number', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('is carried by nine people, each with their own command', async () => {
    const applicant = await office.as('demo-applicant');
    const clerk = await office.as('demo-clerk');
    const specialist = await office.as('demo-specialist');
    const filed = await submitted(applicant);
    const { dossierId } = filed;
    let version = filed.version!;
    const act = async (person: string, name: string, input: object = {}) => {
      const client = await office.as(person);
      const payload = await client.command(name, {
        dossierId,
        idempotencyKey: key(),
        expectedVersion: version,
        ...input,
      });
      expect(payload.refusal).toBeNull();
      version = payload.version!;
      return payload;
    };
    await act('demo-clerk', 'claimTask', { task: 'receive-1' });
    await act('demo-clerk', 'acceptDossier');
    await act('demo-clerk', 'confirmCompleteness');
    const { procedure } = await clerk.read<{
      procedure: { checklist: { code: string }[]; opinions: { agency: string }[]; provisional: unknown[] };
    }>(`{ procedure(id: "${PROCEDURE}") { checklist { code } opinions { agency } provisional { path } } }`);
    expect(procedure.provisional.length).toBeGreaterThan(0);
    await act('demo-head', 'assignTask', { task: 'appraise-1', to: 'demo-specialist' });
    await act('demo-specialist', 'askOpinions', { agencies: procedure.opinions });
    await act('demo-police', 'giveOpinion', { agency: 'H21.01', position: 'AGREES', summary: 'Đồng ý.' });
    await act('demo-science', 'giveOpinion', { agency: 'H21.02', position: 'AGREES', summary: 'Đồng ý.' });
    const findings = procedure.checklist.map(({ code }) => ({ item: code, met: true }));
    await act('demo-specialist', 'recordAppraisal', { findings });
    await act('demo-specialist', 'proposeDecision', { kind: 'GRANT', termYears: 5, reasons: [] });
    await act('demo-director', 'returnDraft', { reason: 'Bổ sung căn cứ pháp lý.' });
    await act('demo-specialist', 'proposeDecision', { kind: 'GRANT', termYears: 5, reasons: [] });
    await act('demo-director', 'grantLicence');
    const { position } = await act('demo-records', 'allocateLicenceNumber');

    const { dossier } = await specialist.read<{ dossier: Record<string, unknown> }>(
      `query ($id: ID!, $position: Int!) { dossier(id: $id, atLeastPosition: $position) {
        stage code nationalStatus applicant { name } licence { text } decision { kind termYears } formAnswers
        deliberation { opinions { agency given { position } } } } }`,
      { id: dossierId, position },
    );
    expect(dossier).toMatchObject({
      stage: 'CERTIFICATE',
      nationalStatus: 4,
      applicant: { name: 'Nguyễn Thị An' },
      decision: { kind: 'GRANT', termYears: 5 },
      formAnswers: { organisation: { taxCode: '4101999018' } },
    });
    expect(dossier['code']).toMatch(/^H21\.12-\d{6}-\d{4}$/);
  });

  it('shows the applicant and the public only what is theirs to see', async () => {
    const applicant = await office.as('demo-applicant');
    const filed = await submitted(applicant);
    const seen = await applicant.read<{
      dossier: unknown;
      dossierHistory: { edges: { node: { events: unknown[] } }[] };
    }>(
      `query ($id: ID!, $p: Int!) { dossier(id: $id, atLeastPosition: $p) { stage deliberation { tasks { id } } }
        dossierHistory(dossierId: $id, first: 5, atLeastPosition: $p) { edges { node { command actor { name } events { type data sentence { vi } } } } } }`,
      { id: filed.dossierId, p: filed.position },
    );
    expect(seen.dossier).toStrictEqual({ stage: 'RECEIPT', deliberation: null });
    expect(seen.dossierHistory.edges[0]?.node.events).toMatchObject([
      { type: 'DossierSubmitted', data: null },
    ]);
    const track = `query ($code: String!, $secret: String!) { publicTracking(code: $code, secret: $secret) { stage nationalStatus } }`;
    const secret = filed.trackingSecret!;
    const tracked = await office.anybody().read(track, { code: filed.dossierId, secret });
    expect(tracked).toStrictEqual({ publicTracking: { stage: 'RECEIPT', nationalStatus: 1 } });
    const guessed = await office
      .anybody()
      .read(track, { code: filed.dossierId, secret: 'AAAA-AAAA-AAAA-AAAA' });
    expect(guessed).toStrictEqual({ publicTracking: null });
  });

  it('answers a repeated filing with the first answer, the secret included', async () => {
    const applicant = await office.as('demo-applicant');
    const input = await filing(applicant);
    const first = await applicant.command('submitDossier', input);
    const again = await applicant.command('submitDossier', input);
    expect(again).toStrictEqual({ ...first, repeated: true });
    const other = await applicant.command('submitDossier', { ...input, applicantKind: 'SCHOOL' });
    expect(other.refusal?.name).toBe('KeyReused');
  });

  it('leaves a line in the log for every request, and in none of them a name, an answer, a token or a secret', async () => {
    const routes = office.logged.map((line) => (JSON.parse(line) as { route?: string }).route);
    expect(routes.filter((route) => route === '/graphql').length).toBeGreaterThan(20);
    expect(await personalDataIn(office.logged)).toStrictEqual([]);
    const leaks = [
      '{"name":"Nguyễn Thị An"}',
      '{"phone":"0900000118"}',
      '{"authorization":"Bearer eyJhbGciOiJFUzI1NiJ9"}',
    ];
    expect(await personalDataIn(leaks)).toStrictEqual(leaks);
  });
});
