import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CliError } from '../cli-error.js';
import type { GatewayClient } from '../gateway-client.js';
import { samplePaper } from './sample-paper.js';
import type { StoryFacts } from './script.js';

export interface Filed {
  readonly dossierId: string;
  readonly trackingSecret: string;
  readonly version: number;
  readonly position: number;
}

interface ProcedureAnswer {
  readonly papers: readonly { readonly code: string }[];
  readonly checklist: readonly { readonly code: string }[];
  readonly opinions: readonly { readonly agency: string }[];
  readonly denialReasons: readonly { readonly code: string }[];
  readonly deficiencies: readonly { readonly code: string }[];
}

/** What the procedure in force today asks for; the story brings one paper of each kind an enterprise hands in. */
const PAPERS = ['application', 'enterpriseRegistration', 'activityPlan', 'pagePrintouts', 'sourceConsents'];
const SUPPLEMENTED = 'activityPlan';

export async function readProcedure(
  anybody: GatewayClient,
  id: string,
): Promise<Omit<StoryFacts, 'supplementPaper'>> {
  const document = `query ($id: ID!) { procedure(id: $id) { checklist { code } opinions { agency }
    denialReasons { code } deficiencies { code } papers { code } } }`;
  const { procedure } = (await anybody.query(document, { id })) as {
    readonly procedure: ProcedureAnswer | null;
  };
  if (!procedure) throw new CliError(`The gateway has no procedure ${id} in force today`);
  const [denialReason, deficiency] = [procedure.denialReasons[0], procedure.deficiencies[0]];
  return {
    checklist: procedure.checklist.map(({ code }) => code),
    agencies: procedure.opinions.map(({ agency }) => agency),
    denialReason: denialReason?.code ?? '',
    deficiency: deficiency?.code ?? '',
  };
}

/** Uploads the papers and files the application of an invented enterprise. */
export async function fileApplication(
  applicant: GatewayClient,
  procedureId: string,
): Promise<{ readonly filed: Filed; readonly supplementPaper: StoryFacts['supplementPaper'] }> {
  const papers = [];
  for (const code of PAPERS) {
    papers.push({ code, digest: await applicant.upload(samplePaper(code), 'application/pdf') });
  }
  const input = {
    idempotencyKey: `story-${randomUUID()}`,
    procedureId,
    channel: 'ONLINE',
    applicantKind: 'ENTERPRISE',
    answers: await sampleAnswers(),
    papers,
  };
  const document = `mutation ($input: SubmitDossierInput!) { submitDossier(input: $input) {
    dossierId trackingSecret version position refusal { name message { vi en } } } }`;
  const { submitDossier } = (await applicant.query(document, { input })) as {
    readonly submitDossier: Filed & {
      readonly refusal: { readonly message: { readonly en: string } } | null;
    };
  };
  if (submitDossier.refusal)
    throw new CliError(`The application was refused: ${submitDossier.refusal.message.en}`);
  const digest = await applicant.upload(samplePaper(`${SUPPLEMENTED}, ký và đóng dấu`), 'application/pdf');
  return { filed: submitDossier, supplementPaper: { code: SUPPLEMENTED, digest } };
}

async function sampleAnswers(): Promise<object> {
  const file = new URL('../../../schemas/forms/examples/aggregated-news-application.json', projectUrl());
  return JSON.parse(await readFile(file, 'utf8')) as object;
}

/** From the source and from `dist` alike the examples lie below the project's folder. */
function projectUrl(): string {
  return import.meta.url.replace('/dist/apps/', '/apps/');
}
