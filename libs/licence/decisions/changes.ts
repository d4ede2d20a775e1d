import { dayAfter, latestDayBefore } from '#libs/calendar/alarms.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import { changeNoticeOf } from '../change-notice.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { LicenceCommand, LicenceCommands } from '../commands.js';
import type { LicenceEvents } from '../events.js';
import type { Licence } from '../licence.js';
import { type LicenceDecision, refuseLicence } from '../refusals.js';
import { inDays } from '../reminders.js';

export type ChangeCommand = Extract<
  LicenceCommand,
  { readonly type: 'amendLicence' | 'extendLicence' | 'reissueLicence' | 'noteHolderChange' }
>;

/** What changes a licence and leaves it in force. */
export function decideChange(
  command: ChangeCommand,
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  switch (command.type) {
    case 'amendLicence':
      return amendLicence(command.data, circumstances);
    case 'extendLicence':
      return extendLicence(command.data, licence, circumstances);
    case 'reissueLicence':
      return reissueLicence(command.data, circumstances);
    case 'noteHolderChange':
      return noteHolderChange(command.data, circumstances);
  }
}

/** Only what the law lets change on a licence is amended; for anything else a new licence is needed. */
function amendLicence(
  { facts, evidence }: LicenceCommands['amendLicence'],
  { now, procedure }: LicenceCircumstances,
): LicenceDecision {
  const { supervision } = procedure.licence;
  if (!supervision) return refuseLicence('NotProvided', { procedure: procedure.id });
  if (facts.length === 0) return refuseLicence('NothingAmended', {});
  const fields = facts.filter((fact) => !supervision.amendable.facts.includes(fact));
  if (fields.length > 0) return refuseLicence('NewLicenceNeeded', { fields });
  return [{ type: 'LicenceAmended', data: { facts, evidence, amendedOn: localDateOf(now) } }];
}

/** Asked for early enough, at most so often and each time for so many years as the law says. */
function extendLicence(
  { filedOn, years }: LicenceCommands['extendLicence'],
  licence: Licence,
  { calendar, now, procedure }: LicenceCircumstances,
): LicenceDecision {
  const { supervision } = procedure.licence;
  if (!supervision) return refuseLicence('NotProvided', { procedure: procedure.id });
  const { fileBefore, times, maxYears } = supervision.extension;
  const today = localDateOf(now);
  if (filedOn > today) return refuseLicence('DateAhead', { date: filedOn, today });
  if (licence.extensions >= times) return refuseLicence('ExtensionsUsedUp', { times });
  const latest = latestDayBefore(calendar, licence.expiresOn, inDays(fileBefore));
  if (filedOn > latest) return refuseLicence('ExtensionFiledLate', { filedOn, latest });
  if (years > maxYears || years < 1) return refuseLicence('ExtensionTooLong', { years, maxYears });
  const expiresOn = dayAfter(calendar, licence.expiresOn, { amount: years, unit: 'years' });
  return [{ type: 'LicenceExtended', data: { filedOn, years, extendedOn: today, expiresOn } }];
}

/** A licence that was lost or damaged is issued again, with the same number and term. */
function reissueLicence(
  { cause, reason }: LicenceCommands['reissueLicence'],
  { now }: LicenceCircumstances,
): LicenceDecision {
  if (reason.trim() === '') return refuseLicence('TextMissing', { field: 'reason' });
  return [{ type: 'LicenceReissued', data: { cause, reason, reissuedOn: localDateOf(now) } }];
}

/** Another owner or head office needs no new licence; the authority confirms that it was told, and notes where that was too late. */
function noteHolderChange(
  { change, changedOn, evidence, filedOn }: LicenceCommands['noteHolderChange'],
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const notedOn = localDateOf(circumstances.now);
  const ahead = [changedOn, filedOn].find((date) => date !== undefined && date > notedOn);
  if (ahead !== undefined) return refuseLicence('DateAhead', { date: ahead, today: notedOn });
  const told = toldInTime({ changedOn, on: filedOn ?? notedOn }, circumstances);
  return [{ type: 'HolderChangeNoted', data: { change, changedOn, evidence, notedOn, ...told } }];
}

/** As the log keeps it; how many days it was follows from the dates. */
function toldInTime(
  telling: { readonly changedOn: LocalDate; readonly on: LocalDate },
  circumstances: LicenceCircumstances,
): Pick<LicenceEvents['HolderChangeNoted'], 'told'> {
  const notice = changeNoticeOf(telling, circumstances);
  if (!notice) return {};
  const { on, by, late } = notice;
  return { told: { on, by, late } };
}
