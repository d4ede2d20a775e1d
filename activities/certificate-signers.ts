import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { CertificateFacts } from '#libs/documents/certificate.js';
import type { CertificateStage } from '#libs/dossier/state.js';
import type { Instant } from '#libs/kernel/time.js';
import { bothSigners, type PaperSigners } from './sign-paper.js';

/** Who must sign the paper that a dossier ends in: the person who decided, then the organisation. */
export function certificateSigners(
  read: ReadDossier & { readonly dossier: CertificateStage },
  { signer, authority }: Pick<CertificateFacts, 'signer' | 'authority'>,
  key: string,
): PaperSigners {
  const { dossier, events } = read;
  const decided = events.findLast(
    (event) =>
      event.type === 'LicenceGranted' ||
      event.type === 'LicenceDenied' ||
      event.type === 'ForwardingApproved',
  );
  const { approvedBy: id = '' } = decided?.data ?? {};
  return {
    signers: bothSigners(dossier, { id, name: signer.name }, { id: dossier.agency, name: authority.name }),
    claimedAt: numberedAt(read),
    reason: 'Ký ban hành giấy phép',
    key,
    about: { dossierId: dossier.id },
  };
}

/** When the paper got the number that stands. */
function numberedAt({ dossier, commits }: ReadDossier): Instant {
  const numbered = commits.findLast((commit) =>
    commit.events.some(({ type }) => type === 'LicenceNumberAllocated' || type === 'LetterNumberAllocated'),
  );
  return numbered?.recordedAt ?? dossier.stepStartedAt;
}
