import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { Digest, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { LicenceCircumstances } from '#libs/licence/circumstances.js';
import type { LicenceCommands } from '#libs/licence/commands.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { foldLicence, type Licence } from '#libs/licence/licence.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { beekeepers, beekeeping } from './beekeeping.js';

/** A licence to keep bees, issued on Monday 16 March 2026 for five years. */
export const honeyLicence: LicenceCommands['openLicence'] = {
  licenceId: 'licence-1' as LicenceId,
  dossierId: 'dossier-1' as DossierId,
  dossierCode: 'H99.10-260302-0001',
  procedure: { id: 'beekeeping-licence', version: '2020-01-01', hash: 'b'.repeat(64) },
  agency: beekeepers,
  holder: 'applicant' as PersonId,
  text: '01/GP-NO',
  certificate: 'c'.repeat(64) as Digest,
  issuedOn: '2026-03-16' as LocalDate,
  expiresOn: '2031-03-16' as LocalDate,
};

export function opened(changes: Partial<LicenceCommands['openLicence']> = {}): LicenceEvent {
  return { type: 'LicenceOpened', data: { ...honeyLicence, ...changes } };
}

export function licenceOf(...events: readonly LicenceEvent[]): Licence {
  const licence = foldLicence(events);
  if (!licence) throw new Error('A licence begins with LicenceOpened');
  return licence;
}

export function licenceAt(now: string, procedure: Procedure = beekeeping()): LicenceCircumstances {
  const actor = 'officer' as PersonId;
  return { now: now as Instant, procedure, calendar: vietnamCalendar, actor, nextNumber: {} };
}
