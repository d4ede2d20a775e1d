import { InputType } from '@nestjs/graphql';
import type { ForwardingAnswer } from '#libs/dossier/letter-events.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { registerTerms } from '../graphql/terms.js';
import { DossierInput } from './command-input.js';
import { Day, OptionalDigest, OptionalLine, OptionalWords, Term } from './fields.js';

export const ForwardingAnswerTerms = registerTerms<ForwardingAnswer['answer']>(
  'AuthorityDecision',
  'What the authority decided to which a dossier was sent on.',
  {
    granted: { vi: 'đã cấp giấy phép', en: 'granted the licence' },
    refused: { vi: 'không cấp giấy phép', en: 'refused the licence' },
  },
);

@InputType({ description: 'Record what the authority decided to which a dossier was sent on.' })
export class RecordForwardingAnswerInput extends DossierInput {
  @Term(ForwardingAnswerTerms, 'What it decided.')
  answer!: ForwardingAnswer['answer'];

  @OptionalLine('Number as printed: of the licence, which must be said, or of the letter that refuses it.')
  number?: string | null;

  @Day('The date of its decision: from the day on which the dossier was sent on, until today.')
  decidedOn!: LocalDate;

  @OptionalWords('Why it refused; must be said of a refusal alone.')
  reason?: string | null;

  @OptionalDigest('SHA-256 of the paper that it sent, uploaded by who records the answer.')
  digest?: string | null;

  @OptionalWords('Where something is on record already: why that was wrong.')
  corrects?: string | null;
}
