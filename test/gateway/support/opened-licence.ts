import { SYSTEM } from '#libs/commands/system.js';
import type { Digest, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import { PROCEDURE } from './filing.js';
import type { Office } from './office.js';

export interface Term {
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate;
}

/** So many days from today, in Viet Nam. */
export function inDays(days: number): LocalDate {
  const epoch = Date.now() + 7 * 3_600_000 + days * 86_400_000;
  return new Date(epoch).toISOString().slice(0, 10) as LocalDate;
}

/** A licence of demo-applicant that began some time ago, as one taken over from paper would be. */
export async function openedLicence(office: Office, name: string, term: Term): Promise<LicenceId> {
  const { procedures } = office.backbone.books;
  const procedure = procedures.on(PROCEDURE, inDays(0));
  if (!procedure) throw new Error('No procedure is in force');
  const id = `licence-${name}` as LicenceId;
  await bySystem(office, id, {
    type: 'openLicence',
    data: {
      licenceId: id,
      dossierId: `dossier-${name}` as DossierId,
      dossierCode: `H21.12-000000-${name}`,
      procedure: procedures.reference(procedure),
      agency: procedure.competentAgency,
      holder: 'demo-applicant' as PersonId,
      text: `${name}/GP-TTĐT`,
      certificate: 'c'.repeat(64) as Digest,
      ...term,
    },
  });
  return id;
}

/** What only time and activities do. */
export async function bySystem(office: Office, id: LicenceId, command: LicenceCommand): Promise<number> {
  const answer = await office.backbone.commands.licence({
    id,
    command,
    actor: SYSTEM,
    idempotencyKey: `${command.type} ${JSON.stringify(command.data)}`.slice(0, 128),
    correlationId: `licence/${id}`,
  });
  if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer.refusal));
  return office.backbone.store.tail();
}
