import type { Digest } from '#libs/kernel/ids.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { resultKindOf } from '#libs/procedures/result.js';
import type { LicenceCircumstances } from './circumstances.js';
import { decideLicence } from './decide.js';
import type { Licence } from './licence.js';
import type { LicenceRefusal } from './refusals.js';
import { changeOf } from './results.js';

/**
 * Why an application by a procedure would be refused today whatever it asked for; undefined where it may be filed. It is decided on the
 * least that could be asked: one year, one fact that may be amended.
 */
export function objectionToApplication(
  application: Pick<Procedure, 'result'>,
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceRefusal | undefined {
  const { now, procedure } = circumstances;
  const today = localDateOf(now);
  const facts = procedure.licence.supervision?.amendable.facts.slice(0, 1) ?? [];
  const asked = { facts, cause: 'lost', change: 'headOffice', changedOn: today } as const;
  const least = { filedOn: today, years: 1, asked, form: '' as Digest };
  const change = changeOf(resultKindOf(application), least);
  const decision = change ? decideLicence(change, licence, circumstances) : [];
  return 'refusal' in decision ? decision : undefined;
}
