import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Input } from '../commands/command-input.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { SendingDesk } from './sending-desk.js';
import { RecordSummarySentInput, WithdrawSummarySendingInput } from './sending.input.js';
import { SummaryPayload } from './sending.js';
import { SummariesResolver } from './summaries.resolver.js';
import { DepartmentSummary } from './summary.js';

/** That a summary was sent, and that this was recorded by mistake. */
@Resolver(() => SummaryPayload)
export class SendingsResolver {
  constructor(
    private readonly desk: SendingDesk,
    private readonly summaries: SummariesResolver,
  ) {}

  @Mutation(() => SummaryPayload, {
    description: 'Record that the summary of a period was sent (ghi nhận đã gửi báo cáo tổng hợp).',
  })
  recordSummarySent(@Input() input: RecordSummarySentInput, @Asking() asker: Asker) {
    return this.desk.recordSent(asker, input);
  }

  @Mutation(() => SummaryPayload, {
    description:
      'Take back that a summary was sent, where it was recorded by mistake; both stay in the log (hủy ghi nhận gửi báo cáo).',
  })
  withdrawSummarySending(@Input() input: WithdrawSummarySendingInput, @Asking() asker: Asker) {
    const { periodName: period, addressee, reason } = input;
    const agency = this.desk.agencyOf(asker);
    const data = { agency, period, addressee, reason };
    return this.desk.give(asker, input, { type: 'withdrawSummarySending', data });
  }

  @ResolveField(() => DepartmentSummary, {
    nullable: true,
    description: 'The summary with what is recorded about its sending; null for who may not see it.',
  })
  summary(@Parent() { periodName, agency }: SummaryPayload, @Asking() asker: Asker) {
    return this.summaries.departmentSummary({ periodName, ...(agency !== undefined && { agency }) }, asker);
  }
}
