import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Client, Payload } from './client.js';
import type { Office } from './office.js';

export const PROCEDURE = 'aggregated-news-licence';
/** One paper of each kind that an enterprise hands in. */
const PAPERS = ['application', 'enterpriseRegistration', 'activityPlan', 'pagePrintouts', 'sourceConsents'];

export const key = (): string => randomUUID();

export function pdf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`%PDF-1.7\n% ${text}\n%%EOF\n`);
}

export async function exampleAnswers(): Promise<Record<string, unknown>> {
  const path = new URL('../../../schemas/forms/examples/aggregated-news-application.json', import.meta.url);
  return JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
}

export async function uploadPaper(client: Client, text: string): Promise<string> {
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

/** A dossier on which police and science were asked, and who was the last to see it. */
export interface Appraised {
  readonly dossierId: string;
  readonly code: string;
  readonly version: number;
  readonly position: number;
  readonly trackingSecret: string;
  /** The key under which it was filed. */
  readonly filedAs: string;
}

/** Gives commands one after the other, each by its person, each on what the one before left. @throws when one is refused. */
export async function carried(
  office: Pick<Office, 'as'>,
  from: Payload,
  steps: readonly (readonly [person: string, command: string, input?: object])[],
): Promise<Payload> {
  let last = from;
  for (const [person, command, input = {}] of steps) {
    const { dossierId, version: expectedVersion } = last;
    const client = await office.as(person);
    last = await client.command(command, { dossierId, expectedVersion, idempotencyKey: key(), ...input });
    if (last.refusal !== null) throw new Error(`${command}: ${JSON.stringify(last.refusal)}`);
  }
  return last;
}

/** Filed by demo-applicant, accepted, complete; two agencies are asked for their opinion. */
export async function underAppraisal(office: Office, changes: object = {}): Promise<Appraised> {
  const applicant = await office.as('demo-applicant');
  const filedAs = key();
  const filed = await applicant.command('submitDossier', {
    ...(await filing(applicant, filedAs)),
    ...changes,
  });
  const last = await carried(office, filed, [
    ['demo-clerk', 'acceptDossier'],
    ['demo-clerk', 'confirmCompleteness'],
    ['demo-specialist', 'askOpinions', { agencies: [{ agency: 'H21.01' }, { agency: 'H21.02' }] }],
  ]);
  const { dossierId, version, position } = last;
  const { dossier } = await applicant.read<{ dossier: { code: string } }>(
    'query ($dossierId: ID!, $position: Int!) { dossier(id: $dossierId, atLeastPosition: $position) { code } }',
    { dossierId, position },
  );
  return {
    dossierId,
    code: dossier.code,
    version: version!,
    position: position!,
    trackingSecret: filed.trackingSecret!,
    filedAs,
  };
}
