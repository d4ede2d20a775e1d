import { InputType } from '@nestjs/graphql';
import type { DecisionKind } from '#libs/dossier/events.js';
import { registerTerms } from '../graphql/terms.js';
import { DossierInput, JudgementInput, ReasonInput } from './command-input.js';
import { ListOf, OptionalNumber, Term, WholeNumber, Words } from './fields.js';

export const DecisionKindTerms = registerTerms<DecisionKind>('DecisionKind', 'What a draft proposes.', {
  grant: { vi: 'cấp giấy phép', en: 'grant the licence' },
  deny: { vi: 'từ chối cấp phép', en: 'deny the licence' },
  forward: {
    vi: 'chuyển hồ sơ đến cơ quan có thẩm quyền',
    en: 'send the dossier on to the authority that decides',
  },
});

@InputType({ description: 'Put a draft before the director.' })
export class ProposeDecisionInput extends JudgementInput {
  @Term(DecisionKindTerms, 'Grant or deny; or forward, where another authority decides.')
  kind!: DecisionKind;

  @OptionalNumber('Term of the licence in years, for a grant.', [1, 100])
  termYears?: number | null;

  @ListOf(() => ReasonInput, 'Reasons, for a denial.')
  reasons!: ReasonInput[];
}

@InputType({ description: 'Send something back, or end or reopen it, with a reason.' })
export class ReasonedInput extends DossierInput {
  @Words('The reason.')
  reason!: string;
}

@InputType({ description: 'Return a draft that was seen.' })
export class ReturnDraftInput extends JudgementInput {
  @Words('What is to be changed.')
  reason!: string;
}

@InputType({ description: 'Stop processing.' })
export class StopDossierInput extends JudgementInput {
  @ListOf(() => ReasonInput, 'Coded reasons.', 1)
  reasons!: ReasonInput[];
}

@InputType({ description: 'Extend the time for the decision, once, with an apology.' })
export class ExtendDeadlineInput extends JudgementInput {
  @WholeNumber('Working days added.', [1, 366])
  days!: number;

  @Words('Why the result is late.')
  reason!: string;

  @Words('The apology as the applicant reads it.')
  apology!: string;
}
