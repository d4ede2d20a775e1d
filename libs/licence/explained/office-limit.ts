import { dayAfter } from '#libs/calendar/alarms.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import type { Duration } from '#libs/calendar/duration.js';
import { dateText } from '#libs/calendar/explanation-texts.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Citation } from '#libs/procedures/procedure.js';
import { inDays } from '../reminders.js';
import {
  civilCode,
  durationText,
  ends,
  explained,
  type LicenceExplanation,
  movedOn,
  officeRule,
  step,
} from './explanation.js';

interface OfficeLimit {
  readonly askedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Absent: it is due on the day on which it is asked for. */
  readonly limit: { readonly within: Duration; readonly citation: Citation } | undefined;
  /** What the limit began with, on which day. */
  readonly began: (on: Bilingual) => Bilingual;
  readonly takes: (within: Bilingual) => Bilingual;
}

/** Why the office must be done by a last day: as its own limit, it ends on a working day. */
export function explainOfficeLimit(
  { askedOn, dueOn, limit, began, takes }: OfficeLimit,
  calendar: Calendar,
): LicenceExplanation {
  const begun = step(['starts', askedOn], limit?.citation ?? officeRule, began(dateText(askedOn)));
  if (!limit) return explained(begun, ends(dueOn, officeRule));
  const set = step(['sets', askedOn], limit.citation, takes(durationText(limit.within)));
  const counted = dayAfter(calendar, askedOn, inDays(limit.within));
  return explained(begun, set, ...movedOn(counted, dueOn), ends(dueOn, civilCode));
}
