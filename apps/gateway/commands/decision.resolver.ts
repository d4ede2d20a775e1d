import { Mutation, Resolver } from '@nestjs/graphql';
import type { ForwardingAnswer } from '#libs/dossier/letter-events.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { CommandDesk } from './command-desk.js';
import { DossierInput, Input, JudgementInput } from './command-input.js';
import { CommandPayload } from './command-payload.js';
import { ProposeDecisionInput, ReasonedInput, ReturnDraftInput } from './decision.input.js';
import { Derivation } from './derived.js';
import { Enclosures } from './enclosures.js';
import { RecordForwardingAnswerInput } from './forwarding.input.js';
import { stated } from './stated.js';

/** From the draft to the number of the licence, or to what another authority decided. */
@Resolver()
export class DecisionResolver {
  constructor(
    private readonly desk: CommandDesk,
    private readonly derivation: Derivation,
    private readonly enclosures: Enclosures,
  ) {}

  @Mutation(() => CommandPayload, { description: 'Put a draft before the director (trình dự thảo).' })
  proposeDecision(@Input() input: ProposeDecisionInput, @Asking() asker: Asker) {
    const { kind, reasons, termYears } = stated(input);
    const data = { kind, reasons, ...(termYears === undefined ? {} : { termYears }) };
    return this.desk.give(asker, input, { type: 'proposeDecision', data });
  }

  @Mutation(() => CommandPayload, { description: 'Send a draft back to its author (trả lại dự thảo).' })
  returnDraft(@Input() input: ReturnDraftInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'returnDraft', data: { reason: input.reason } });
  }

  @Mutation(() => CommandPayload, { description: 'Approve a draft that grants the licence (ký cấp phép).' })
  grantLicence(@Input() input: JudgementInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'grantLicence', data: {} });
  }

  @Mutation(() => CommandPayload, {
    description:
      'Approve a draft that sends the dossier on to the authority that decides (ký duyệt chuyển hồ sơ).',
  })
  approveForwarding(@Input() input: JudgementInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'approveForwarding', data: {} });
  }

  @Mutation(() => CommandPayload, {
    description:
      'Record what the authority decided to which the dossier was sent on (ghi nhận kết quả của cơ quan có thẩm quyền).',
  })
  async recordForwardingAnswer(
    @Input() input: RecordForwardingAnswerInput,
    @Asking() asker: Asker,
  ): Promise<CommandPayload> {
    const { dossierId } = input;
    const command = { type: 'recordForwardingAnswer', data: answerIn(input) } as const;
    const { digest } = stated(input);
    if (digest === undefined) return this.desk.give(asker, input, command);
    const paper = await this.enclosures.received(asker, { dossierId, command, digest });
    if ('refusal' in paper) return this.desk.refuse(dossierId, command.type, paper);
    return this.desk.give(asker, input, { ...command, data: { ...command.data, paper } });
  }

  @Mutation(() => CommandPayload, {
    description: 'Approve a draft that denies the licence (ký từ chối cấp phép).',
  })
  denyLicence(@Input() input: JudgementInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'denyLicence', data: {} });
  }

  @Mutation(() => CommandPayload, {
    description: 'Give the licence the next number of the yearly register (cấp số giấy phép).',
  })
  allocateLicenceNumber(@Input() input: DossierInput, @Asking() asker: Asker) {
    const licenceId = this.derivation.licenceId(input.dossierId, input.idempotencyKey);
    return this.desk.give(asker, input, { type: 'allocateLicenceNumber', data: { licenceId } });
  }

  @Mutation(() => CommandPayload, {
    description: 'Void a number that was given, with its reason; it is never given again (hủy số giấy phép).',
  })
  voidLicenceNumber(@Input() input: ReasonedInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'voidLicenceNumber', data: { reason: input.reason } });
  }

  @Mutation(() => CommandPayload, {
    description: 'Ask whoever refused to sign the certificate once more (đề nghị ký lại).',
  })
  requestSignatureAgain(@Input() input: DossierInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'requestSignatureAgain', data: {} });
  }
}

function answerIn(input: RecordForwardingAnswerInput): ForwardingAnswer {
  const { answer, number, decidedOn, reason, corrects } = stated(input);
  return {
    answer,
    decidedOn,
    ...(number !== undefined && { number }),
    ...(reason !== undefined && { reason }),
    ...(corrects !== undefined && { corrects }),
  };
}
