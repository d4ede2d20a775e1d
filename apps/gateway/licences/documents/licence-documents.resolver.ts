import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { mayRead } from '#libs/access/policy.js';
import { licenceDocuments } from '#libs/projections/licence-documents/projection.js';
import { listDocuments } from '#libs/projections/licence-documents/queries.js';
import { Asking, type Asker } from '../../graphql/request-context.js';
import { ReadModels } from '../../reading/read-models.js';
import { Licence } from '../licence.js';
import { LicenceDocument, licenceDocumentOf } from './licence-document.js';

/** Decisions and letters about a licence, for whoever sees the licence. */
@Resolver(() => Licence)
export class LicenceDocumentsResolver {
  constructor(private readonly readModels: ReadModels) {}

  @ResolveField(() => [LicenceDocument], {
    description:
      'Decisions and letters about it, the first one first; its holder sees those that are out (văn bản về giấy phép).',
  })
  async documents(@Parent() licence: Licence, @Asking() { actor }: Asker): Promise<LicenceDocument[]> {
    const subject = { applicant: licence.holderId, agency: licence.agency };
    const inside = mayRead(actor, { kind: 'Deliberation', ...subject });
    const model = await this.readModels.model(licenceDocuments);
    return (await listDocuments(model, licence.id, { onlyIssued: !inside })).map(licenceDocumentOf);
  }
}
