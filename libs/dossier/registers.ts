import { claimOf, registerName, type YearlyRegister, yearOf } from '#libs/issuing/register-number.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Circumstances } from './circumstances.js';
import type { DossierCommand } from './commands.js';
import type { DossierEvent } from './events.js';
import type { CertificateStage, Dossier, DossierState } from './state.js';

/** Serial of a dossier code: four digits for provincial systems. */
const SERIAL_DIGITS = 4;

/** Codes restart every day for each agency. */
export function dossierRegister(agency: AgencyId, on: LocalDate): string {
  return `dossier:${agency}:${shortDate(on)}`;
}

/** `{agency}-{yymmdd}-{nnnn}`. */
export function dossierCodeOf(agency: AgencyId, on: LocalDate, serial: number): string {
  return `${agency}-${shortDate(on)}-${String(serial).padStart(SERIAL_DIGITS, '0')}`;
}

/** The registers a command takes a number from. */
export function registersFor(
  command: DossierCommand,
  state: DossierState,
  { now, procedure }: Pick<Circumstances, 'now' | 'procedure'>,
): readonly string[] {
  if (!state) return [];
  const today = localDateOf(now);
  if (command.type === 'acceptDossier') return [dossierRegister(state.agency, today)];
  if (command.type !== 'allocateLicenceNumber') return [];
  return [registerName(paperRegister(state, procedure), yearOf(today))];
}

/** A denial and what is sent on take the number of their letter, everything else one of licences and decisions. */
export function paperRegister(
  state: Pick<Dossier, 'agency' | 'stage'> & Pick<CertificateStage, 'denied' | 'forwarding'>,
  { licence: { numberSuffix, issuer } }: Procedure,
): YearlyRegister {
  const { agency } = state;
  return state.stage === 'certificate' && (state.denied || state.forwarding)
    ? { kind: 'letter', agency, suffix: issuer?.letterSuffix ?? '' }
    : { kind: 'licence', agency, suffix: numberSuffix };
}

/** The numbers an event takes: recorded with it or not at all. */
export function claimsOf(event: DossierEvent): readonly string[] {
  if (event.type === 'DossierAccepted') {
    const { code, codeDate, codeSerial } = event.data;
    const agency = code.slice(0, code.indexOf(`-${shortDate(codeDate)}-`)) as AgencyId;
    return [claimOf(dossierRegister(agency, codeDate), codeSerial)];
  }
  if (event.type !== 'LicenceNumberAllocated' && event.type !== 'LetterNumberAllocated') return [];
  const { agency, suffix, year, number } = event.data;
  const kind = event.type === 'LetterNumberAllocated' ? 'letter' : 'licence';
  return [claimOf(registerName({ kind, agency, suffix }, year), number)];
}

function shortDate(date: LocalDate): string {
  return date.slice(2).replaceAll('-', '');
}
