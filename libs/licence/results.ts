import type { Digest } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { AskedChange, ResultKind } from '#libs/procedures/result.js';
import type { LicenceCommand } from './commands.js';
import { isLiving, type Licence } from './licence.js';
import type { LicenceRefusalName } from './refusals.js';

/** What was applied for, as far as a change of a licence depends on it. */
export interface Granted {
  readonly filedOn: LocalDate;
  readonly years: number;
  readonly asked: AskedChange;
  /** Digest of the application's answers: what the change goes back to. */
  readonly form: Digest;
}

/** The holder's own words stay in the application. */
const AS_APPLIED = 'Theo đề nghị của tổ chức, doanh nghiệp được cấp giấy phép';

const changes = {
  'licence.issue': () => undefined,
  'dossier.forward': () => undefined,
  'licence.extend': ({ filedOn, years }) => ({ type: 'extendLicence', data: { filedOn, years } }),
  'licence.amend': ({ asked, form }) => ({
    type: 'amendLicence',
    data: { facts: said(asked, 'facts'), evidence: form },
  }),
  'licence.reissue': ({ asked }) => ({
    type: 'reissueLicence',
    data: { cause: said(asked, 'cause'), reason: AS_APPLIED },
  }),
  'licence.noteChange': ({ asked, form, filedOn }) => ({
    type: 'noteHolderChange',
    data: { change: said(asked, 'change'), changedOn: said(asked, 'changedOn'), evidence: form, filedOn },
  }),
  'licence.return': () => ({ type: 'returnLicence', data: { reason: AS_APPLIED } }),
} as const satisfies Readonly<Record<ResultKind, (granted: Granted) => LicenceCommand | undefined>>;

/**
 * What a procedure's result asks of a licence there already is; undefined where a new one begins, or none. In which states of a licence it is asked
 * stands in `command-table.ts`.
 * @throws RangeError when the procedure's data do not say where its form has what the change needs
 */
export function changeOf(kind: ResultKind, granted: Granted): LicenceCommand | undefined {
  return changes[kind](granted);
}

/** No later day of a licence takes these back. */
const FOR_GOOD: readonly string[] = [
  'ExtensionsUsedUp',
  'ExtensionFiledLate',
  'ExtensionTooLong',
  'NewLicenceNeeded',
] satisfies readonly LicenceRefusalName[];

/** Whether a change that was refused can never be made: whatever else refuses it, a suspension say, ends before the licence does. */
export function isRefusedForGood(refusal: string, licence: Licence): boolean {
  return FOR_GOOD.includes(refusal) || !isLiving(licence);
}

function said<Field extends keyof AskedChange>(
  asked: AskedChange,
  field: Field,
): NonNullable<AskedChange[Field]> {
  const value = asked[field];
  if (value === undefined) throw new RangeError(`The application does not say ${field}`);
  return value;
}
