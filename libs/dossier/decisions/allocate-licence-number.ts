import { dayAfter } from '#libs/calendar/alarms.js';
import { drawn } from '#libs/issuing/register-number.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import { hasTerm } from '#libs/procedures/result.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import { paperNumberOf } from '../paper-number.js';
import { paperRegister } from '../registers.js';
import type { CertificateStage } from '../state.js';
import { objectionToWorker } from './work.js';

/**
 * The next number of the year's register; the licence is dated today. A denial, and what is sent on, take that of their letter. Where the dossier is about a licence there already is, the number is
 * that of the decision, and a term that was granted is added to the one the licence has.
 */
export function allocateLicenceNumber(
  command: DossierCommands['allocateLicenceNumber'],
  dossier: CertificateStage,
  given: Circumstances,
): Decision {
  const taken = paperNumberOf(dossier);
  if (taken) return refuse('NumberAlreadyAllocated', { text: taken.text });
  const objection = objectionToWorker(dossier, given.actor);
  if (objection) return objection;
  const numbered = drawn(paperRegister(dossier, given.procedure), given);
  if (dossier.denied || dossier.forwarding) return [{ type: 'LetterNumberAllocated', data: numbered }];
  const { licenceId } = dossier.about ?? command;
  const term = termOf(dossier, given);
  return [{ type: 'LicenceNumberAllocated', data: { licenceId, ...numbered, ...term } }];
}

/**
 * Civil Code 2015 Art. 147-148: the first day is not counted and a term of years ends on the day of the same date, so a licence of 24/11/2026
 * for ten years is valid until the end of 24/11/2036. A date the last year lacks (29 February) becomes the month's last day.
 */
function termOf(
  { termYears }: CertificateStage,
  { now, calendar, licence, procedure }: Circumstances,
): { readonly expiresOn: LocalDate; readonly expiredBeforeOn?: LocalDate } {
  const term = { amount: termYears, unit: 'years' } as const;
  if (!licence) return { expiresOn: dayAfter(calendar, localDateOf(now), term) };
  const { expiresOn: expiredBeforeOn } = licence;
  if (!hasTerm(procedure)) return { expiresOn: expiredBeforeOn };
  return { expiresOn: dayAfter(calendar, expiredBeforeOn, term), expiredBeforeOn };
}
