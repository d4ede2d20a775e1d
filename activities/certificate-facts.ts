import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { CertificateFacts } from '#libs/documents/certificate.js';
import type { DossierEvents } from '#libs/dossier/events.js';
import type { LicenceNumber } from '#libs/dossier/state.js';
import { verificationCodeOf } from '#libs/evidence/verification-code.js';
import type { JsonObject } from '#libs/kernel/json.js';
import type { KnownPerson } from '#libs/people/people.js';
import type { LicenceIssuer, Procedure } from '#libs/procedures/procedure.js';
import { licenceFacts } from '#libs/procedures/licence-facts.js';
import type { ActivityDependencies } from './dependencies.js';

/** A dossier that has its number, and what the applicant answered. */
export interface NumberedDossier extends ReadDossier {
  readonly number: LicenceNumber;
  readonly answers: JsonObject;
}

/** What the certificate says: the office's part from the procedure, the holder's from the form, names from the directory. */
export async function certificateFacts(
  dependencies: ActivityDependencies,
  { dossier, procedure, events, number, answers }: NumberedDossier,
): Promise<CertificateFacts> {
  const { licence } = procedure;
  const issuer = issuerOf(procedure);
  const grant = grantOf(events);
  const approver = await dependencies.people.find(grant.approvedBy);
  const code = dossier.acceptance?.code ?? '';
  return {
    ...licenceFacts(licence.contents ?? [], answers),
    licenceNumber: number.text,
    issuedOn: number.issuedOn,
    validFrom: number.issuedOn,
    expiresOn: number.expiresOn,
    termYears: grant.termYears,
    place: issuer.place,
    authority: { parent: issuer.parent, name: issuer.name, decider: issuer.decider },
    subject: licence.subject ?? licence.name.vi,
    legalGrounds: licence.legalGrounds,
    proposedBy: issuer.proposedBy,
    obligations: licence.holderDuties,
    recipients: issuer.recipients,
    signer: signerOf(approver, issuer),
    provisional: dependencies.books.demonstration,
    verificationUrl: `${dependencies.verificationUrl}/${verificationCodeOf(number.licenceId)}`,
    dossierCode: code,
  } as CertificateFacts;
}

/** @throws Error where the procedure names none: its papers cannot be drawn. */
export function issuerOf({ id, version, licence: { issuer } }: Procedure): LicenceIssuer {
  if (issuer) return issuer;
  throw new Error(`Procedure ${id} ${version} names no issuer for its licence`);
}

function grantOf(events: ReadDossier['events']): DossierEvents['LicenceGranted'] {
  const granted = events.findLast((event) => event.type === 'LicenceGranted');
  if (granted) return granted.data;
  throw new Error('A number was given to a dossier whose licence was never granted');
}

/** An approver whose name was never learned leaves the name empty: the paper then refuses to be drawn. */
export function signerOf(
  approver: KnownPerson | undefined,
  { decider }: LicenceIssuer,
): CertificateFacts['signer'] {
  return { title: approver?.title ?? decider, name: approver?.name ?? '' };
}
