import { Client, Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { GatewayClient } from '../../apps/cli/gateway-client.js';
import { DEMO_PROCEDURE } from '../../apps/cli/story/demo-procedures.js';
import { fileApplication, licenceApplication } from '../../apps/cli/story/filing.js';
import { variants } from '../../apps/cli/story/script.js';
import { tellStory } from '../../apps/cli/story/tell-story.js';
import { startInstance, type TestInstance } from '../support/instance.js';
import { firstRun, record } from './recording.js';

/** The runs that people drive, as a whole instance has them. */
export async function recordStories(): Promise<void> {
  const instance = await startInstance();
  const connection = await Connection.connect({ address: instance.engines.temporalAddress });
  const client = new Client({ connection });
  try {
    for (const variant of variants) {
      const { gatewayUrl, engines } = instance;
      const { temporalAddress } = engines;
      const { workflow } = await tellStory({ gatewayUrl, temporalAddress, variant, tell: () => undefined });
      await record(`dossier-${variant}`, await firstRun(client, workflow?.id ?? ''));
    }
    await recordReopening(instance, client);
  } finally {
    await connection.close();
    await instance.stop();
  }
}

/** Stopped, which ends the first run; re-opened and withdrawn, which is the second. */
async function recordReopening({ gatewayUrl }: TestInstance, client: Client): Promise<void> {
  const applicant = await GatewayClient.signIn(gatewayUrl, 'demo-applicant');
  const director = await GatewayClient.signIn(gatewayUrl, 'demo-director');
  const { filed } = await fileApplication(applicant, await licenceApplication(DEMO_PROCEDURE));
  const { dossierId } = filed;
  const workflowId = `dossier/${dossierId}`;
  const give = async (person: GatewayClient, [mutation, type]: readonly [string, string], more: object) => {
    const input = { dossierId, idempotencyKey: randomUUID(), ...more };
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { refusal { name } } }`;
    const answer = (await person.query(document, { input }))[mutation] as { readonly refusal: unknown };
    if (answer.refusal) throw new Error(`${mutation} was refused: ${JSON.stringify(answer.refusal)}`);
  };
  const asked = await director.query('query ($id: ID!) { procedure(id: $id) { stopReasons { code } } }', {
    id: DEMO_PROCEDURE,
  });
  const { stopReasons } = asked['procedure'] as { readonly stopReasons: readonly object[] };
  const reasons = stopReasons.slice(0, 1);
  await give(director, ['stopDossier', 'StopDossierInput'], { expectedVersion: filed.version, reasons });
  await record('dossier-stopped', await firstRun(client, workflowId));
  await give(director, ['reopenDossier', 'ReasonedInput'], { reason: 'Căn cứ dừng không còn.' });
  const reopened = await nextRun(client, workflowId);
  await give(applicant, ['withdrawDossier', 'ReasonedInput'], { reason: 'Tổ chức thay đổi kế hoạch.' });
  await reopened.result();
  await record('dossier-reopened', reopened);
}

async function nextRun(client: Client, workflowId: string) {
  for (;;) {
    const { runId, status } = await client.workflow.getHandle(workflowId).describe();
    if (status.name === 'RUNNING') return client.workflow.getHandle(workflowId, runId);
  }
}
