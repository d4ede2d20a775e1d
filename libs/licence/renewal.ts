import { latestDayBefore } from '#libs/calendar/alarms.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import { type Instant, type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Licence, LicenceStage } from './licence.js';
import { inDays, renewalReminders } from './reminders.js';

/** How a window ended: by an extension, by a new licence, unused with the term, or with a licence that ended before its term. */
export type RenewalOutcome = 'extended' | 'renewed' | 'letLapse' | 'lapsed';

/** The time in which a holder may ask for an extension of a term; every term of a licence has one. */
export interface RenewalWindow {
  readonly id: string;
  readonly name: Bilingual;
  /** From its first reminder on; the law knows no earliest day. */
  readonly opensOn: LocalDate;
  /** The last day on which an extension may be asked for: never moved later, day off or not. */
  readonly closesOn: LocalDate;
  readonly expiresOn: LocalDate;
  readonly remindedAt?: Instant;
  readonly outcome?: RenewalOutcome;
}

const name: Bilingual = { vi: 'Gia hạn giấy phép', en: 'Renewal of the licence' };

const outcomes: Readonly<Record<LicenceStage, RenewalOutcome | undefined>> = {
  inForce: undefined,
  suspended: undefined,
  replaced: 'renewed',
  expired: 'letLapse',
  revoked: 'lapsed',
  returned: 'lapsed',
};

/**
 * One for each term that may be extended, the earliest first: those that an extension has moved on, and the last, unless all extensions
 * are used up: that term ends for good. Without rules for extensions there is none.
 */
export function renewalWindows(
  licence: Licence,
  procedure: Procedure,
  calendar: Calendar,
): readonly RenewalWindow[] {
  const extension = procedure.licence.supervision?.extension;
  if (!extension) return [];
  const windowOf = (expiresOn: LocalDate): RenewalWindow => {
    const closesOn = latestDayBefore(calendar, expiresOn, inDays(extension.fileBefore));
    const [first] = renewalReminders(calendar, { ...licence, expiresOn }, procedure);
    const opensOn = first === undefined ? licence.issuedOn : localDateOf(first);
    return { id: `renewal-${expiresOn}`, name, opensOn: earlier(opensOn, closesOn), closesOn, expiresOn };
  };
  const past = licence.extendedTerms.map((term): RenewalWindow => ({
    ...windowOf(term.expiresOn),
    ...term,
    outcome: 'extended',
  }));
  if (licence.extensions >= extension.times) return past;
  return [...past, { ...windowOf(licence.expiresOn), ...standing(licence) }];
}

/** The last day on which an extension of the present term may be asked for; undefined where none is left, or the rules know none. */
export function lastDayToExtend(
  licence: Pick<Licence, 'expiresOn' | 'extensions'>,
  procedure: Procedure,
  calendar: Calendar,
): LocalDate | undefined {
  const extension = procedure.licence.supervision?.extension;
  if (!extension || licence.extensions >= extension.times) return undefined;
  return latestDayBefore(calendar, licence.expiresOn, inDays(extension.fileBefore));
}

function standing(licence: Licence): Pick<RenewalWindow, 'remindedAt' | 'outcome'> {
  const { renewalRemindedAt: remindedAt, stage } = licence;
  const outcome = outcomes[stage];
  return { ...(remindedAt && { remindedAt }), ...(outcome && { outcome }) };
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}
