import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { DocumentKind } from '#libs/licence/document-events.js';
import type { DocumentRow, DocumentState } from '#libs/projections/licence-documents/document-row.js';
import { LocalDateScalar } from '../../graphql/scalars.js';
import { registerTerms } from '../../graphql/terms.js';

const DocumentKindTerms = registerTerms<DocumentKind>(
  'LicenceDocumentKind',
  'Decisions and letters about a licence.',
  {
    suspension: { vi: 'quyết định đình chỉ', en: 'decision to suspend' },
    lifting: { vi: 'quyết định chấm dứt đình chỉ', en: 'decision to lift a suspension' },
    revocation: { vi: 'quyết định thu hồi', en: 'decision to revoke' },
    remedyOrder: { vi: 'công văn yêu cầu khắc phục', en: 'letter ordering a remedy' },
    reportDemand: { vi: 'công văn yêu cầu báo cáo', en: 'letter demanding a report' },
    reminder: { vi: 'công văn nhắc nghĩa vụ', en: 'letter reminding of a duty' },
  },
);

const DocumentStateTerms = registerTerms<DocumentState>(
  'LicenceDocumentState',
  'How far a document has come.',
  {
    ordered: { vi: 'chờ duyệt', en: 'waits for approval' },
    approved: { vi: 'chờ cấp số', en: 'waits for its number' },
    numbered: { vi: 'chờ ký', en: 'waits for its signatures' },
    issued: { vi: 'đã ban hành', en: 'issued' },
    dropped: { vi: 'không còn cần thiết', en: 'needed no more' },
  },
);

@ObjectType('LicenceDocument', {
  description: 'A decision or letter about a licence (văn bản về giấy phép).',
})
export class LicenceDocument {
  @Field(() => ID, { description: 'Id of the document within its licence; commands about it take it.' })
  id!: string;

  @Field(() => DocumentKindTerms, { description: 'Which.' })
  kind!: DocumentKind;

  @Field(() => ID, { nullable: true, description: 'The duty that a letter is about.' })
  obligationId!: string | null;

  @Field(() => DocumentStateTerms, { description: 'How far it has come.' })
  state!: DocumentState;

  @Field(() => LocalDateScalar, { description: 'When it was ordered.' })
  orderedOn!: string;

  @Field(() => String, { nullable: true, description: 'Number as printed; null until it has one.' })
  number!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its date; null until it has a number.' })
  issuedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the signed file; null until it is out.' })
  file!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the file is, below the address of this gateway, for who may see the licence.',
  })
  path!: string | null;
}

export function licenceDocumentOf(row: DocumentRow): LicenceDocument {
  const { documentId: id, licenceId, kind, obligation, state, orderedOn, text, issuedOn, file } = row;
  const path = file === null ? null : `/licences/${licenceId}/documents/${id}`;
  return { id, kind, obligationId: obligation, state, orderedOn, number: text, issuedOn, file, path };
}
