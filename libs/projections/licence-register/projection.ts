import { verificationCodeOf } from '#libs/evidence/verification-code.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { DossierChange, LicenceChange } from '../change.js';
import type { Projection, Write } from '../projection.js';
import { type LicenceRow, type RegisterRow, registerSchema } from './register-row.js';

/** The register of licences, for officers, holders and auditors: every licence, and every number that stands for none. */
export const licenceRegister: Projection<RegisterRow> = {
  name: 'licence-register',
  schemaVersion: 6,
  schema: registerSchema,
  writesFor: (change) => (change.subject === 'licence' ? [entered(change)] : voided(change)),
};

function entered(change: LicenceChange): Write<RegisterRow> {
  const { position } = change.commit;
  return {
    kind: 'put',
    id: rowId(change.id),
    position,
    born: change.before === undefined,
    row: () => licenceRow(change),
  };
}

function licenceRow({ id, commit, after, procedure }: LicenceChange): LicenceRow {
  const { licence, opened } = after;
  return {
    _id: rowId(id),
    position: commit.position,
    entry: 'licence',
    licenceId: id,
    version: licence.version,
    stage: licence.stage,
    text: licence.text,
    name: procedure.licence.name,
    agency: licence.agency,
    holder: licence.holder,
    dossierId: licence.dossierId,
    dossierCode: opened.dossierCode,
    procedure: licence.procedure,
    certificate: opened.certificate,
    verificationCode: verificationCodeOf(id),
    issuedOn: licence.issuedOn,
    expiresOn: licence.expiresOn,
    nextReminderOn: after.nextReminderOn() ?? null,
    suspendedUntil: licence.stage === 'suspended' ? licence.suspension.until : null,
  };
}

function rowId(licence: string): string {
  return `licence/${licence}`;
}

function voided({ id, commit, events, before, after }: DossierChange): readonly Write<RegisterRow>[] {
  return events.flatMap((event): readonly Write<RegisterRow>[] => {
    if (event.type !== 'LicenceNumberVoided') return [];
    const { text, reason } = event.data;
    const row = {
      _id: `void/${id}/${text}`,
      position: commit.position,
      entry: 'void' as const,
      text,
      agency: after.dossier.agency,
      dossierId: id,
      dossierCode: after.dossier.acceptance?.code ?? null,
      issuedOn: before?.chronicle.licence?.issuedOn ?? localDateOf(commit.recordedAt),
      reason,
    };
    return [{ kind: 'put', id: row._id, position: row.position, born: true, row: () => row }];
  });
}
