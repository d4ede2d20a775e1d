import type { AgencyId } from '#libs/kernel/ids.js';
import { type Instant, type LocalDate, localDateOf } from '#libs/kernel/time.js';

const CLAIM_DIGITS = 6;

/** A number of a yearly register of an agency, and the day from which its paper is dated. */
export interface RegisterNumber {
  readonly agency: AgencyId;
  readonly number: number;
  readonly year: number;
  readonly suffix: string;
  /** As printed, `12/GP-TTĐT` or `128/SVHTTDL-QLBCXB`. */
  readonly text: string;
  readonly issuedOn: LocalDate;
}

/** Licences and decisions in one kind of register, letters in another: each numbers anew every year, by agency and suffix. */
export type RegisterKind = 'licence' | 'letter';

export interface YearlyRegister {
  readonly kind: RegisterKind;
  readonly agency: AgencyId;
  readonly suffix: string;
}

/** The name under which the log keeps the numbers of a register apart. */
export function registerName({ kind, agency, suffix }: YearlyRegister, year: number): string {
  return `${kind}:${agency}:${suffix}:${year}`;
}

/** As printed, `05/GP-TTĐT`. */
function numberText(number: number, suffix: string): string {
  return `${String(number).padStart(2, '0')}/${suffix}`;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

interface Drawing {
  readonly now: Instant;
  /** The next free number of each register asked for, by its name. */
  readonly nextNumber: Readonly<Record<string, number>>;
}

/** The next number of a register of the year; the paper is dated today. */
export function drawn(register: YearlyRegister, { now, nextNumber }: Drawing): RegisterNumber {
  const { agency, suffix } = register;
  const issuedOn = localDateOf(now);
  const year = yearOf(issuedOn);
  const number = nextNumber[registerName(register, year)] ?? 1;
  return { agency, number, year, suffix, text: numberText(number, suffix), issuedOn };
}

/** What the log refuses to hold twice: one number of one register. */
export function claimOf(register: string, number: number): string {
  return `${register}#${String(number).padStart(CLAIM_DIGITS, '0')}`;
}
