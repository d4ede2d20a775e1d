import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Client, Payload } from './client.js';

export const PROCEDURE = 'aggregated-news-licence';
/** One paper of each kind that an enterprise hands in. */
const PAPERS = ['application', 'enterpriseRegistration', 'activityPlan', 'pagePrintouts', 'sourceConsents'];

export const key = (): string => randomUUID();

function pdf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`%PDF-1.7\n% ${text}\n%%EOF\n`);
}

async function exampleAnswers(): Promise<Record<string, unknown>> {
  const path = new URL('../../../schemas/forms/examples/aggregated-news-application.json', import.meta.url);
  return JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
}

async function uploadPaper(client: Client, text: string): Promise<string> {
  const response = await client.upload(pdf(text));
  return ((await response.json()) as { digest: string }).digest;
}

/** What an enterprise files, complete and correct. */
export async function filing(applicant: Client, idempotencyKey = key()): Promise<Record<string, unknown>> {
  const digest = await uploadPaper(applicant, 'a paper');
  return {
    idempotencyKey,
    procedureId: PROCEDURE,
    channel: 'ONLINE',
    applicantKind: 'ENTERPRISE',
    answers: await exampleAnswers(),
    papers: PAPERS.map((code) => ({ code, digest })),
  };
}

export async function submitted(applicant: Client): Promise<Payload> {
  const payload = await applicant.command('submitDossier', await filing(applicant));
  if (payload.refusal !== null) throw new Error(JSON.stringify(payload.refusal));
  return payload;
}
