import type { ActivityDependencies } from '#activities/dependencies.js';
import { createLicenceActivities } from '#activities/licences.js';
import { createPaperActivities } from '#activities/papers.js';
import type { Signing } from '#libs/config/services.js';
import type { RenderPool } from '#libs/documents/render-pool.js';
import { signing } from '../../../apps/worker/signer.js';
import { carried, type Appraised } from './filing.js';
import { sourcePool } from '../../support/source-pool.js';
import type { Office } from './office.js';

export interface Licensed {
  readonly dossierId: string;
  readonly licenceId: string;
  /** As printed. */
  readonly text: string;
  readonly position: number;
}

export type Judgement = Parameters<typeof carried>[2];

const granted: Judgement = [
  ['demo-specialist', 'proposeDecision', { kind: 'GRANT', termYears: 5, reasons: [] }],
  ['demo-director', 'grantLicence'],
];

/** From the opinions to the number of the certificate, or of what is judged instead. */
export async function numbered(
  office: Office,
  { dossierId, version }: Appraised,
  judgement = granted,
): Promise<void> {
  const clerk = await office.as('demo-clerk');
  const opinion = { position: 'AGREES', summary: 'Đồng ý.' };
  const { procedure } = await clerk.read<{ procedure: { checklist: { code: string }[] } }>(
    '{ procedure(id: "aggregated-news-licence") { checklist { code } } }',
  );
  const findings = procedure.checklist.map(({ code }) => ({ item: code, met: true }));
  const start = { dossierId, version, position: null, repeated: false, refusal: null };
  await carried(office, start, [
    ['demo-police', 'giveOpinion', { agency: 'H21.01', ...opinion }],
    ['demo-science', 'giveOpinion', { agency: 'H21.02', ...opinion }],
    ['demo-specialist', 'recordAppraisal', { findings }],
    ...judgement,
    ['demo-records', 'allocateLicenceNumber'],
  ]);
}

/** From the opinions to a licence in the register; what a worker does is done here by its own activities. */
export async function licensed(office: Office, appraised: Appraised): Promise<Licensed> {
  const { dossierId } = appraised;
  await numbered(office, appraised);
  const clerk = await office.as('demo-clerk');
  const means = workerMeans(office);
  await createPaperActivities(means).issueCertificate({ id: dossierId });
  await means.papers.close();
  await createLicenceActivities(means).enterLicence({ id: dossierId });
  const position = await office.backbone.store.tail();
  const { dossier } = await clerk.read<{ dossier: { licence: { licenceId: string; text: string } } }>(
    'query ($dossierId: ID!, $position: Int!) { dossier(id: $dossierId, atLeastPosition: $position) { licence { licenceId text } } }',
    { dossierId, position },
  );
  return { dossierId, position, ...dossier.licence };
}

/** What the worker's activities work with, over the log and the keys of this office. Its pool is closed by whoever took it. */
export function workerMeans(
  office: Office,
  services: Signing = { patienceMs: 300_000 },
  papers = sourcePool(),
): ActivityDependencies & { readonly papers: RenderPool } {
  return {
    ...office.backbone,
    ...signing({ ...office.settings, signing: services }),
    papers,
    verificationUrl: `${office.url}/verify`,
  };
}
