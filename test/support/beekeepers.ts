import type { Digest, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import { type Instant, instantFromEpoch, type LocalDate } from '#libs/kernel/time.js';

/** An instant by the clock on the wall in Ha Noi, `2026-03-02 09:00`. */
export function hanoi(wallClock: string): Instant {
  return instantFromEpoch(Date.parse(`${wallClock.replace(' ', 'T')}+07:00`));
}

export const day = (text: string): LocalDate => text as LocalDate;
export const digest = (letter: string): Digest => letter.repeat(64) as Digest;

const person = (name: string): PersonId => name as PersonId;
export const beekeeper = person('beekeeper');
export const clerk = person('clerk');
export const otherClerk = person('otherClerk');
export const specialist = person('specialist');
export const otherSpecialist = person('otherSpecialist');
export const director = person('director');
export const recordsClerk = person('recordsClerk');
export const ranger = person('ranger');
export const otherRanger = person('otherRanger');
export const doctor = person('doctor');
/** Whoever acts when time does. */
export const system = person('system');

export const dossierId = 'dossier-1' as DossierId;
export const licenceId = 'licence-1' as LicenceId;
export const otherLicenceId = 'licence-2' as LicenceId;
