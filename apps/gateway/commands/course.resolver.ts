import { Mutation, Resolver } from '@nestjs/graphql';
import { Asking, type Asker } from '../graphql/request-context.js';
import { CommandDesk } from './command-desk.js';
import { Input } from './command-input.js';
import { CommandPayload } from './command-payload.js';
import { ExtendDeadlineInput, ReasonedInput, StopDossierInput } from './decision.input.js';
import { stated } from './stated.js';

/** What ends, reopens or lengthens the course of a dossier. */
@Resolver()
export class CourseResolver {
  constructor(private readonly desk: CommandDesk) {}

  @Mutation(() => CommandPayload, { description: 'Withdraw a dossier (rút hồ sơ).' })
  withdrawDossier(@Input() input: ReasonedInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'withdrawDossier', data: { reason: input.reason } });
  }

  @Mutation(() => CommandPayload, {
    description: 'Stop processing, with coded reasons (dừng giải quyết hồ sơ).',
  })
  stopDossier(@Input() input: StopDossierInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'stopDossier', data: { reasons: stated(input.reasons) } });
  }

  @Mutation(() => CommandPayload, { description: 'Reopen a dossier that was ended (mở lại hồ sơ).' })
  reopenDossier(@Input() input: ReasonedInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'reopenDossier', data: { reason: input.reason } });
  }

  @Mutation(() => CommandPayload, {
    description: 'Set a later date, once, with an apology (xin lỗi và hẹn lại ngày trả kết quả).',
  })
  extendDeadline(@Input() input: ExtendDeadlineInput, @Asking() asker: Asker) {
    const { days, reason, apology } = input;
    return this.desk.give(asker, input, { type: 'extendDeadline', data: { days, reason, apology } });
  }
}
