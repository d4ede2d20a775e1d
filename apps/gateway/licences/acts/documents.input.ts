import { InputType } from '@nestjs/graphql';
import { Code, Words } from '../../commands/fields.js';
import { LicenceInput } from './acts.input.js';

@InputType({ description: 'A decision or letter about a licence.' })
export class DocumentInput extends LicenceInput {
  @Code('Id of the document, `documentId` of its task in the inbox.')
  document!: string;
}

@InputType({ description: 'A decision or letter about a licence, with a reason.' })
export class DocumentReasonInput extends DocumentInput {
  @Words('The reason.')
  reason!: string;
}
