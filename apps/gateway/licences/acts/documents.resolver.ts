import { Mutation, Resolver } from '@nestjs/graphql';
import { Input } from '../../commands/command-input.js';
import { Asking, type Asker } from '../../graphql/request-context.js';
import { ObligationInput } from './acts.input.js';
import { DocumentInput, DocumentReasonInput } from './documents.input.js';
import { LicenceDesk } from './licence-desk.js';
import { LicencePayload } from './licence-payload.js';

/** The office's way of a decision or letter: ordered, approved, numbered; drawn and signed without anybody. */
@Resolver()
export class DocumentsResolver {
  constructor(private readonly desk: LicenceDesk) {}

  @Mutation(() => LicencePayload, {
    description: 'Remind the holder of a duty by letter (nhắc thực hiện nghĩa vụ bằng công văn).',
  })
  remindInWriting(@Input() input: ObligationInput, @Asking() asker: Asker) {
    const { obligation } = input;
    return this.desk.give(asker, input, { type: 'remindInWriting', data: { obligation } });
  }

  @Mutation(() => LicencePayload, {
    description:
      'Approve a letter that somebody else had written; who approves it signs it (duyệt công văn).',
  })
  approveDocument(@Input() input: DocumentInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'approveDocument', data: { document: input.document } });
  }

  @Mutation(() => LicencePayload, {
    description: 'Give a decision or letter the next number of its register (cấp số văn bản).',
  })
  allocateDocumentNumber(@Input() input: DocumentInput, @Asking() asker: Asker) {
    const data = { document: input.document };
    return this.desk.give(asker, input, { type: 'allocateDocumentNumber', data });
  }

  @Mutation(() => LicencePayload, {
    description: 'Void the number of a document that is not out yet (hủy số văn bản).',
  })
  voidDocumentNumber(@Input() input: DocumentReasonInput, @Asking() asker: Asker) {
    const { document, reason } = input;
    return this.desk.give(asker, input, { type: 'voidDocumentNumber', data: { document, reason } });
  }

  @Mutation(() => LicencePayload, {
    description: 'Ask whoever refused to sign a document once more (đề nghị ký lại văn bản).',
  })
  requestDocumentSignatureAgain(@Input() input: DocumentInput, @Asking() asker: Asker) {
    const data = { document: input.document };
    return this.desk.give(asker, input, { type: 'requestDocumentSignatureAgain', data });
  }
}
