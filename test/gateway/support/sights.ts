import type { Office } from './office.js';
import type { Appraised } from './filing.js';
import type { Licensed } from './licensed.js';

/** What the tests know to exist: a dossier under appraisal, and another that led to a licence. */
export interface Cabinet {
  readonly open: Appraised;
  readonly granted: Licensed;
}

/** A question whose answer tells whether somebody sees it: null, empty and 0 are nothing. */
interface Sight {
  readonly query: string;
  readonly seen: (data: Readonly<Record<string, unknown>>) => unknown;
}

const first = (field: string) => (data: Readonly<Record<string, unknown>>) => data[field];
const rows = (field: string) => (data: Readonly<Record<string, unknown>>) =>
  (data[field] as { readonly edges: readonly unknown[] }).edges.length;

/** Every query, and the fields that not everybody sees who sees the object around them. */
export function sightsOf({ open, granted }: Cabinet) {
  const id = JSON.stringify(open.dossierId);
  const code = JSON.stringify(open.code);
  const licence = JSON.stringify(granted.licenceId);
  return {
    me: { query: '{ me { id } }', seen: first('me') },
    procedures: { query: '{ procedures { id } }', seen: first('procedures') },
    procedure: { query: '{ procedure(id: "aggregated-news-licence") { id } }', seen: first('procedure') },
    publicTracking: {
      query: `{ publicTracking(code: ${code}, secret: "${open.trackingSecret}") { stage } }`,
      seen: first('publicTracking'),
    },
    dossier: {
      query: `{ dossier(code: ${code}) { id applicant { name } formAnswers } }`,
      seen: first('dossier'),
    },
    dossiers: { query: '{ dossiers(first: 5) { edges { node { id } } } }', seen: rows('dossiers') },
    node: { query: `{ node(id: ${id}) { id } }`, seen: first('node') },
    dossierHistory: {
      query: `{ dossierHistory(dossierId: ${id}) { edges { node { command actor { name } } } } }`,
      seen: first('dossierHistory'),
    },
    'dossier.deliberation': {
      query: `{ dossier(id: ${id}) { deliberation { opinions { agency } } } }`,
      seen: (data) => (data['dossier'] as { deliberation: unknown } | null)?.deliberation,
    },
    'dossierHistory.data': {
      query: `{ dossierHistory(dossierId: ${id}, first: 1) { edges { node { events { data } } } } }`,
      seen: (data) => JSON.stringify(data).includes('"applicant"'),
    },
    myNotifications: {
      query: '{ myNotifications { edges { node { id text { vi } } } } }',
      seen: rows('myNotifications'),
    },
    unreadNotifications: { query: '{ unreadNotifications }', seen: first('unreadNotifications') },
    myNotificationPreference: {
      query: '{ myNotificationPreference { language muted } }',
      seen: first('myNotificationPreference'),
    },
    taskInbox: { query: '{ taskInbox(tab: TEAM) { edges { node { id } } } }', seen: rows('taskInbox') },
    inboxCounts: {
      query: '{ inboxCounts { team } }',
      seen: (data) => (data['inboxCounts'] as { team: number }).team,
    },
    licence: { query: `{ licence(id: ${licence}) { text holder { name } } }`, seen: first('licence') },
    licenceRegister: {
      query: `{ licenceRegister(filter: { number: "${granted.text}" }) { edges { node { text } } } }`,
      seen: rows('licenceRegister'),
    },
    myLicences: { query: '{ myLicences { edges { node { text } } } }', seen: rows('myLicences') },
    licenceApplications: {
      query: `{ licenceApplications(licenceId: ${licence}) { facts { value } } }`,
      seen: first('licenceApplications'),
    },
    licenceHistory: {
      query: `{ licenceHistory(licenceId: ${licence}) { edges { node { command actor { name } } } } }`,
      seen: first('licenceHistory'),
    },
    obligations: {
      query: `{ obligations(filter: { licenceId: ${licence} }) { edges { node { name { vi } holder { name } } } } }`,
      seen: rows('obligations'),
    },
    departmentSummary: {
      query: `{ departmentSummary(periodName: "${new Date().getUTCFullYear()}", agency: "H21.12") { position } }`,
      seen: first('departmentSummary'),
    },
  } satisfies Readonly<Record<string, Sight>>;
}

export type SightName = keyof ReturnType<typeof sightsOf>;

/** Null or an empty list is what somebody gets who may not see; an error is for who did not sign in. */
export async function sees(office: Office, person: string, { query, seen }: Sight): Promise<boolean> {
  const client = await office.as(person);
  const answer = await client.ask(query);
  if (answer.errors !== undefined || !answer.data) throw new Error(JSON.stringify(answer));
  return Boolean(seen(answer.data));
}
