import { log } from '@temporalio/activity';
import type { MovedNews } from '#libs/commands/moved.js';
import { renderCertificate } from '#libs/documents/certificate.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { withClaim } from './certificate-claim.js';
import { certificateFacts } from './certificate-facts.js';
import { type ActivityDependencies, SYSTEM, type SubjectReference } from './dependencies.js';
import { foundDossier } from './found-dossier.js';
import { certificateSigners, signedCertificate } from './sign-certificate.js';

/** The papers an office makes by itself. Equal facts give equal bytes: drawn twice, a certificate is stored and recorded once. */
export function createPaperActivities(dependencies: ActivityDependencies) {
  return {
    /** Draws the certificate once the number is there, has it signed, stores it, and records its digest. */
    async issueCertificate({ id }: SubjectReference): Promise<MovedNews> {
      const read = await foundDossier(dependencies, id);
      const { dossier } = read;
      if (dossier.stage !== 'certificate' || !dossier.number) return read.news;
      const { licenceId } = dossier.number;
      const stated = await certificateFacts(dependencies, read, dossier.number);
      const facts = await withClaim(dependencies, stated);
      const key = `issueCertificate ${licenceId}`;
      const { bytes, pages, template } = await renderCertificate(facts);
      const signed = await signedCertificate(
        dependencies.signer,
        bytes,
        certificateSigners(read, facts, key),
      );
      // Somebody has not signed yet: the workflow asks again.
      if (!signed) return read.news;
      const { digest: certificate } = await dependencies.blobs.put(signed.bytes);
      const { signatures } = signed;
      const answer = await dependencies.commands.dossier({
        id: id as DossierId,
        command: { type: 'issueCertificate', data: { licenceId, certificate, pages, template, signatures } },
        idempotencyKey: key,
        actor: SYSTEM,
        correlationId: `dossier/${id}`,
      });
      if (answer.outcome === 'refused') log.warn('certificate refused', { ...answer.refusal, dossier: id });
      return (await foundDossier(dependencies, id)).news;
    },
  };
}

export type PaperActivities = ReturnType<typeof createPaperActivities>;
