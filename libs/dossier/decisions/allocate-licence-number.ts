import { dayAfter } from '#libs/calendar/alarms.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import { hasTerm } from '#libs/procedures/result.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import { licenceNumberText, licenceRegister, yearOf } from '../registers.js';
import type { CertificateStage } from '../state.js';
import { objectionToWorker } from './work.js';

/**
 * The next number of the year's register; the licence is dated today. Where the dossier is about a licence there already is, the number is
 * that of the decision, and a term that was granted is added to the one the licence has.
 */
export function allocateLicenceNumber(
  command: DossierCommands['allocateLicenceNumber'],
  dossier: CertificateStage,
  given: Circumstances,
): Decision {
  const { actor, now, procedure, nextNumber } = given;
  if (dossier.number) return refuse('NumberAlreadyAllocated', { text: dossier.number.text });
  const objection = objectionToWorker(dossier, actor);
  if (objection) return objection;
  const issuedOn = localDateOf(now);
  const year = yearOf(issuedOn);
  const { numberSuffix: suffix } = procedure.licence;
  const { agency } = dossier;
  const number = nextNumber[licenceRegister(agency, suffix, year)] ?? 1;
  const text = licenceNumberText(number, suffix);
  const numbered = { agency, number, year, suffix, text, issuedOn };
  const { licenceId } = dossier.about ?? command;
  const term = termOf(dossier, given);
  return [{ type: 'LicenceNumberAllocated', data: { licenceId, ...numbered, ...term } }];
}

function termOf(
  { termYears }: CertificateStage,
  { now, calendar, licence, procedure }: Circumstances,
): { readonly expiresOn: LocalDate; readonly expiredBeforeOn?: LocalDate } {
  if (!licence) return { expiresOn: lastDayOf(localDateOf(now), termYears) };
  const { expiresOn: expiredBeforeOn } = licence;
  if (!hasTerm(procedure)) return { expiresOn: expiredBeforeOn };
  return {
    expiresOn: dayAfter(calendar, expiredBeforeOn, { amount: termYears, unit: 'years' }),
    expiredBeforeOn,
  };
}

/**
 * Civil Code 2015 Art. 147-148: the first day is not counted and a term of years ends on the day of the same date, so a licence of 24/11/2026
 * for ten years is valid until the end of 24/11/2036. A date the last year lacks (29 February) becomes the month's last day.
 */
function lastDayOf(issuedOn: LocalDate, termYears: number): LocalDate {
  const year = yearOf(issuedOn) + termYears;
  const monthAndDay = issuedOn.slice(5);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}-${monthAndDay === '02-29' && !isLeap ? '02-28' : monthAndDay}` as LocalDate;
}
