import { Mutation, Resolver } from '@nestjs/graphql';
import { Input } from '../../commands/command-input.js';
import { Derivation } from '../../commands/derived.js';
import { Asking, type Asker } from '../../graphql/request-context.js';
import { AskInput, ObligationInput, ObligationReasonInput, SubmitReportInput } from './acts.input.js';
import { LicenceDesk } from './licence-desk.js';
import { LicencePayload } from './licence-payload.js';
import { Reports } from './reports.js';

/** What is owed under a licence, and how it is met. */
@Resolver()
export class ReportsResolver {
  constructor(
    private readonly desk: LicenceDesk,
    private readonly reports: Reports,
    private readonly derivation: Derivation,
  ) {}

  @Mutation(() => LicencePayload, { description: 'Hand in a report (nộp báo cáo).' })
  async submitReport(@Input() input: SubmitReportInput, @Asking() asker: Asker) {
    const report = await this.reports.take(asker, input);
    if (typeof report !== 'string') return this.desk.refuse(input.licenceId, 'submitReport', report);
    const { obligation, period } = input;
    const data = { obligation, report, ...(typeof period === 'number' ? { period } : {}) };
    return this.desk.give(asker, input, { type: 'submitReport', data });
  }

  @Mutation(() => LicencePayload, { description: 'Send a report back for correction (trả lại báo cáo).' })
  returnReport(@Input() input: ObligationReasonInput, @Asking() asker: Asker) {
    const { obligation, reason } = input;
    return this.desk.give(asker, input, { type: 'returnReport', data: { obligation, reason } });
  }

  @Mutation(() => LicencePayload, { description: 'Accept a report (chấp nhận báo cáo).' })
  acceptReport(@Input() input: ObligationInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'acceptReport', data: { obligation: input.obligation } });
  }

  @Mutation(() => LicencePayload, { description: 'Let a holder off a duty (miễn nghĩa vụ).' })
  excuseObligation(@Input() input: ObligationReasonInput, @Asking() asker: Asker) {
    const { obligation, reason } = input;
    return this.desk.give(asker, input, { type: 'excuseObligation', data: { obligation, reason } });
  }

  @Mutation(() => LicencePayload, { description: 'Ask for a report (yêu cầu báo cáo đột xuất).' })
  demandReport(@Input() input: AskInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'demandReport', data: this.asked(input) });
  }

  @Mutation(() => LicencePayload, { description: 'Order a remedy by a day (yêu cầu khắc phục).' })
  orderRemedy(@Input() input: AskInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'orderRemedy', data: this.asked(input) });
  }

  @Mutation(() => LicencePayload, {
    description: 'Note when the consent of a source runs out (thời hạn chấp thuận của nguồn tin).',
  })
  noteSourceConsent(@Input() input: AskInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'noteSourceConsent', data: this.asked(input) });
  }

  private asked({ licenceId, idempotencyKey, subject, dueOn }: AskInput) {
    return { obligation: this.derivation.obligationId(licenceId, idempotencyKey), subject, dueOn };
  }
}
