import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CliError } from '../cli-error.js';
import type { GatewayClient } from '../gateway-client.js';
import { EXTENSION_PROCEDURE, LOCAL_PRESS_PROCEDURE } from './demo-procedures.js';
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

/** What somebody asks for: the procedure, and what it wants to know and to have. */
export interface Application {
  readonly procedureId: string;
  /** An enterprise where nothing is said. */
  readonly applicantKind?: string;
  readonly answers: object;
  /** Codes of the papers handed in: one of each kind that the procedure wants of an enterprise. */
  readonly papers: readonly string[];
  /** The one that is handed in again when a supplement is asked for. */
  readonly supplemented: string;
  /** The licence it is about, when there is one already. */
  readonly licenceId?: string;
}

/** An invented enterprise asks for its licence. */
export async function licenceApplication(procedureId: string): Promise<Application> {
  const papers = ['application', 'enterpriseRegistration', 'activityPlan', 'pagePrintouts', 'sourceConsents'];
  return { procedureId, answers: await sampleAnswers(), papers, supplemented: 'activityPlan' };
}

/** A press agency of the province asks for a licence that the ministry grants. */
export async function pressApplication(): Promise<Application> {
  const answers = await sampleAnswers();
  const organisation = { ...answers.organisation, name: 'Báo Gió Biển' };
  return {
    procedureId: LOCAL_PRESS_PROCEDURE,
    applicantKind: 'PRESS_AGENCY',
    answers: { ...answers, organisation },
    papers: ['application', 'pressLicence', 'activityPlan', 'pagePrintouts', 'sourceConsents'],
    supplemented: 'activityPlan',
  };
}

/** The holder of a licence asks for more years. */
export async function extensionApplication(
  licence: { readonly id: string; readonly text: string },
  years: number,
): Promise<Application> {
  const { organisation } = await sampleAnswers();
  const { name, taxCode, address } = organisation;
  return {
    procedureId: EXTENSION_PROCEDURE,
    answers: {
      organisation: { name, taxCode, address },
      licenceNumber: licence.text,
      years,
      reason: 'Tổ chức tiếp tục hoạt động sau khi giấy phép hết hạn.',
    },
    papers: ['request'],
    supplemented: 'request',
    licenceId: licence.id,
  };
}

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

/** Uploads the papers and files the application. */
export async function fileApplication(
  applicant: GatewayClient,
  { procedureId, applicantKind = 'ENTERPRISE', answers, papers: codes, supplemented, licenceId }: Application,
): Promise<{ readonly filed: Filed; readonly supplementPaper: StoryFacts['supplementPaper'] }> {
  const papers = [];
  for (const code of codes) {
    papers.push({ code, digest: await applicant.upload(samplePaper(code), 'application/pdf') });
  }
  const input = {
    idempotencyKey: `story-${randomUUID()}`,
    procedureId,
    channel: 'ONLINE',
    applicantKind,
    answers,
    papers,
    ...(licenceId === undefined ? {} : { licenceId }),
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
  const digest = await applicant.upload(samplePaper(`${supplemented}, ký và đóng dấu`), 'application/pdf');
  return { filed: submitDossier, supplementPaper: { code: supplemented, digest } };
}

interface SampleAnswers {
  readonly organisation: { readonly name: string; readonly taxCode: string; readonly address: string };
}

async function sampleAnswers(): Promise<SampleAnswers> {
  const file = new URL('../../../schemas/forms/examples/aggregated-news-application.json', projectUrl());
  return JSON.parse(await readFile(file, 'utf8')) as SampleAnswers;
}

/** From the source and from `dist` alike the examples lie below the project's folder. */
function projectUrl(): string {
  return import.meta.url.replace('/dist/apps/', '/apps/');
}
