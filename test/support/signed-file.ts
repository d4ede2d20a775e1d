import type { AwaitedSigner, PaperSigners, SignedPaper } from '#activities/sign-paper.js';

/** The file that everybody has signed; empty while somebody is awaited. */
export function fileOf(signed: SignedPaper | AwaitedSigner): Uint8Array {
  return 'bytes' in signed ? signed.bytes : new Uint8Array();
}

/** The golden certificate, before the two who sign it. */
export const toBeSigned: PaperSigners = {
  signers: [
    { role: 'person', id: 'director', name: 'Nguyễn Thị Ong', attempt: 1 },
    { role: 'organisation', id: 'H99.10', name: 'Sở Nuôi ong', attempt: 1 },
  ],
  claimedAt: '2026-03-11T02:05:00.000Z',
  key: 'issueCertificate licence-1',
  reason: 'Ký ban hành giấy phép',
  about: { dossierId: 'dossier-1' },
};
