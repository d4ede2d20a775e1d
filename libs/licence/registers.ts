import { claimOf, registerName, type YearlyRegister, yearOf } from '#libs/issuing/register-number.js';
import { type Instant, localDateOf } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { LicenceCommand } from './commands.js';
import { type OfficialDocument, registerOf } from './documents.js';
import type { LicenceEvent } from './events.js';
import type { Licence, LicenceState } from './licence.js';

/** Decisions about licences are numbered with those on applications, letters with those of denial. */
export function documentRegister(
  { kind }: Pick<OfficialDocument, 'kind'>,
  { agency }: Pick<Licence, 'agency'>,
  { licence: { issuer, supervision } }: Procedure,
): YearlyRegister {
  const register = registerOf[kind];
  const suffix = register === 'letter' ? issuer?.letterSuffix : supervision?.documents?.decisionSuffix;
  return { kind: register, agency, suffix: suffix ?? '' };
}

/** The registers a command takes a number from. */
export function licenceRegistersFor(
  command: LicenceCommand,
  licence: LicenceState,
  { now, procedure }: { readonly now: Instant; readonly procedure: Procedure },
): readonly string[] {
  if (!licence || command.type !== 'allocateDocumentNumber') return [];
  const document = licence.documents.find(({ id }) => id === command.data.document);
  if (!document) return [];
  return [registerName(documentRegister(document, licence, procedure), yearOf(localDateOf(now)))];
}

/** The numbers an event takes: recorded with it or not at all. */
export function licenceClaimsOf(event: LicenceEvent): readonly string[] {
  if (event.type !== 'DocumentNumberAllocated') return [];
  const { register: kind, agency, suffix, year, number } = event.data;
  return [claimOf(registerName({ kind, agency, suffix }, year), number)];
}
