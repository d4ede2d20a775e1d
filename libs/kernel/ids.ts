import type { Brand } from './brand.js';

/** Opaque and stable; the number people use is the dossier code. */
export type DossierId = Brand<string, 'DossierId'>;
export type LicenceId = Brand<string, 'LicenceId'>;
/** The subject (`sub`) of the identity provider; never a name. */
export type PersonId = Brand<string, 'PersonId'>;
/** Electronic identifier of an agency (Decision 20/2020/QĐ-TTg), as `H21.12`. */
export type AgencyId = Brand<string, 'AgencyId'>;
/** One summary that an agency owes: `H21.12/2026-H1`. */
export type SummaryId = Brand<string, 'SummaryId'>;
/** SHA-256 of stored bytes, lower-case hex: how the log refers to what is kept outside it. */
export type Digest = Brand<string, 'Digest'>;

export function dossierStream(id: DossierId): string {
  return `dossier/${id}`;
}

export function licenceStream(id: LicenceId): string {
  return `licence/${id}`;
}

export function summaryIdOf(agency: string, period: string): SummaryId {
  return `${agency}/${period}` as SummaryId;
}

export function summaryStream(id: SummaryId): string {
  return `summary/${id}`;
}
