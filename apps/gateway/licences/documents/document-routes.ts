import type { FastifyInstance } from 'fastify';
import { mayRead } from '#libs/access/policy.js';
import { licenceDocuments } from '#libs/projections/licence-documents/projection.js';
import { findDocument } from '#libs/projections/licence-documents/queries.js';
import { signedIn } from '../../attachments/attachment-routes.js';
import { HttpFault } from '../../attachments/http-fault.js';
import { sendFile } from '../../attachments/send-file.js';
import { answerFaults } from '../../graphql/request-faults.js';
import type { Parts } from '../../parts.js';

/** The signed file of a decision or letter, for its holder and the office. What may not be seen is not there. */
export async function mountLicenceDocuments(server: FastifyInstance, parts: Parts): Promise<void> {
  await server.register((scope) => {
    scope.setErrorHandler(answerFaults(parts.log));
    scope.get<{ Params: { licence: string; document: string } }>(
      '/licences/:licence/documents/:document',
      async (request, reply) => {
        const asker = await signedIn(parts, request, reply);
        if (asker === undefined) return reply;
        const { licence, document } = request.params;
        const row = await findDocument(await parts.models.model(licenceDocuments), licence, document);
        const isSeen =
          row && mayRead(asker.actor, { kind: 'Licence', applicant: row.holder, agency: row.agency });
        const stream = isSeen && row.file ? await parts.backbone.blobs.open(row.file) : undefined;
        if (!row || !stream) throw new HttpFault(404, 'There is no such document, or it is not out yet.');
        return sendFile(reply, { name: `${document}.pdf`, mediaType: 'application/pdf', content: stream });
      },
    );
    return Promise.resolve();
  });
}
