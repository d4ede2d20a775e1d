import { Mutation, Resolver } from '@nestjs/graphql';
import type { AgencyId, Digest } from '#libs/kernel/ids.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { AskOpinionsInput, GiveOpinionInput, RecordAppraisalInput } from './appraisal.input.js';
import { CommandDesk } from './command-desk.js';
import { Input } from './command-input.js';
import { CommandPayload } from './command-payload.js';
import { stated } from './stated.js';

/** Appraisal, and the opinions asked beside it. */
@Resolver()
export class AppraisalResolver {
  constructor(private readonly desk: CommandDesk) {}

  @Mutation(() => CommandPayload, {
    description: 'Record what was found for every item of the checklist (ghi kết quả thẩm định).',
  })
  recordAppraisal(@Input() input: RecordAppraisalInput, @Asking() asker: Asker) {
    const { findings, report } = stated(input);
    const data = report === undefined ? { findings } : { findings, report: report as Digest };
    return this.desk.give(asker, input, { type: 'recordAppraisal', data });
  }

  @Mutation(() => CommandPayload, {
    description:
      'Ask agencies for their opinion, in parallel, each with its own time (lấy ý kiến cơ quan phối hợp).',
  })
  askOpinions(@Input() input: AskOpinionsInput, @Asking() asker: Asker) {
    const agencies = stated(input.agencies).map((asked) => ({ ...asked, agency: asked.agency as AgencyId }));
    return this.desk.give(asker, input, { type: 'askOpinions', data: { agencies } });
  }

  @Mutation(() => CommandPayload, {
    description: 'Give the opinion of the agency of the signed-in person (cho ý kiến).',
  })
  giveOpinion(@Input() input: GiveOpinionInput, @Asking() asker: Asker) {
    const { position, summary } = input;
    const agency = input.agency as AgencyId;
    return this.desk.give(asker, input, { type: 'giveOpinion', data: { agency, position, summary } });
  }
}
