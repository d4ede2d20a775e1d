import type { LocalDate } from '#libs/kernel/time.js';
import type { ResultKind } from '#libs/procedures/result.js';
import type { LicenceCommand } from './commands.js';

/** What was applied for, as far as a change of a licence depends on it. */
export interface Granted {
  readonly filedOn: LocalDate;
  readonly years: number;
}

const changes = {
  'licence.issue': () => undefined,
  'licence.extend': ({ filedOn, years }) => ({ type: 'extendLicence', data: { filedOn, years } }),
} as const satisfies Readonly<Record<ResultKind, (granted: Granted) => LicenceCommand | undefined>>;

/**
 * What a procedure's result asks of a licence there already is; undefined where a new one begins. In which states of a licence it is asked
 * stands in `command-table.ts`.
 */
export function changeOf(kind: ResultKind, granted: Granted): LicenceCommand | undefined {
  return changes[kind](granted);
}
