import type { LocalDate } from '#libs/kernel/time.js';
import type { ProcedureFault } from './fault.js';
import type { Procedure, ProcedureReference } from './procedure.js';

/** A procedure with the SHA-256 of its canonical JSON: the content that a reference pins. */
export interface HashedProcedure {
  readonly procedure: Procedure;
  readonly hash: string;
  /** Why it is in force on no day here: a draft, or provisional figures outside a demonstration. */
  readonly withheld?: readonly ProcedureFault[];
}

/** All versions of all procedures an office works by. */
export interface ProcedureBook {
  find(reference: { readonly id: string; readonly version: string }): Procedure | undefined;
  /** The version a dossier received on this day falls under. */
  on(id: string, date: LocalDate): Procedure | undefined;
  /** Every procedure that is offered on a day, each in the version of that day. */
  allOn(date: LocalDate): readonly Procedure[];
  /** @throws RangeError for a procedure that is not in the book. */
  reference(procedure: Procedure): ProcedureReference;
  /** By id, then by first day of validity; withheld versions too. */
  list(): readonly Procedure[];
  /** What keeps a version from being in force; empty for one that is. */
  objectionsTo(procedure: Procedure): readonly ProcedureFault[];
}

export function createProcedureBook(entries: readonly HashedProcedure[]): ProcedureBook {
  const byKey = new Map(entries.map((entry) => [keyOf(entry.procedure), entry]));
  const procedures = entries.map((entry) => entry.procedure).sort(byIdThenValidity);
  const objectionsTo = (procedure: Procedure) => byKey.get(keyOf(procedure))?.withheld ?? [];
  const allOn = (date: LocalDate) =>
    procedures.filter((procedure) => isInForce(procedure, date) && objectionsTo(procedure).length === 0);
  return {
    find: (reference) => byKey.get(keyOf(reference))?.procedure,
    on: (id, date) => allOn(date).find((procedure) => procedure.id === id),
    allOn,
    reference: (procedure) => {
      const { id, version } = procedure;
      const hash = byKey.get(keyOf(procedure))?.hash;
      if (hash === undefined) throw new RangeError(`Procedure ${keyOf(procedure)} is not in the book`);
      return { id, version, hash };
    },
    list: () => procedures,
    objectionsTo,
  };
}

/** Both the first and the last day of validity count. Dates are compared as text: their order is that of time. */
function isInForce(
  { validFrom, validTo }: Pick<Procedure, 'validFrom' | 'validTo'>,
  date: LocalDate,
): boolean {
  return validFrom <= date && (validTo === undefined || date <= validTo);
}

function keyOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`;
}

function byIdThenValidity(a: Procedure, b: Procedure): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.validFrom < b.validFrom ? -1 : 1;
}
