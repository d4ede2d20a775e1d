import type { AgencyId } from '#libs/kernel/ids.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { Circumstances } from './circumstances.js';
import type { DossierCommand } from './commands.js';
import type { DossierEvent } from './events.js';
import type { DossierState } from './state.js';

const CLAIM_DIGITS = 6;
/** Serial of a dossier code: four digits for provincial systems. */
const SERIAL_DIGITS = 4;

/** Codes restart every day for each agency. */
export function dossierRegister(agency: AgencyId, on: LocalDate): string {
  return `dossier:${agency}:${shortDate(on)}`;
}

/** Licence numbers restart every year, for each agency and kind of licence. */
export function licenceRegister(agency: AgencyId, suffix: string, year: number): string {
  return `licence:${agency}:${suffix}:${year}`;
}

/** Letters are numbered apart from licences, each year anew. */
export function letterRegister(agency: AgencyId, suffix: string, year: number): string {
  return `letter:${agency}:${suffix}:${year}`;
}

/** `{agency}-{yymmdd}-{nnnn}`. */
export function dossierCodeOf(agency: AgencyId, on: LocalDate, serial: number): string {
  return `${agency}-${shortDate(on)}-${String(serial).padStart(SERIAL_DIGITS, '0')}`;
}

/** As printed, `05/GP-TTĐT`. */
export function licenceNumberText(number: number, suffix: string): string {
  return `${String(number).padStart(2, '0')}/${suffix}`;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
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
  const { numberSuffix, issuer } = procedure.licence;
  return state.stage === 'certificate' && state.denied
    ? [letterRegister(state.agency, issuer?.letterSuffix ?? '', yearOf(today))]
    : [licenceRegister(state.agency, numberSuffix, yearOf(today))];
}

/** The numbers an event takes: recorded with it or not at all. */
export function claimsOf(event: DossierEvent): readonly string[] {
  if (event.type === 'DossierAccepted') {
    const { code, codeDate, codeSerial } = event.data;
    const agency = code.slice(0, code.indexOf(`-${shortDate(codeDate)}-`)) as AgencyId;
    return [claim(dossierRegister(agency, codeDate), codeSerial)];
  }
  if (event.type !== 'LicenceNumberAllocated' && event.type !== 'LetterNumberAllocated') return [];
  const { agency, suffix, year, number } = event.data;
  const register = event.type === 'LetterNumberAllocated' ? letterRegister : licenceRegister;
  return [claim(register(agency, suffix, year), number)];
}

function claim(register: string, number: number): string {
  return `${register}#${String(number).padStart(CLAIM_DIGITS, '0')}`;
}

function shortDate(date: LocalDate): string {
  return date.slice(2).replaceAll('-', '');
}
