import { Mutation, Resolver } from '@nestjs/graphql';
import type { SupplementItem } from '#libs/dossier/events.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { CommandDesk } from './command-desk.js';
import { DossierInput, Input } from './command-input.js';
import { CommandPayload } from './command-payload.js';
import {
  HandOverResultInput,
  RedirectDossierInput,
  RefuseIntakeInput,
  RequestSupplementInput,
  type SupplementItemInput,
} from './desk.input.js';
import { stated } from './stated.js';

/** Commands of the one-stop desk. */
@Resolver()
export class DeskResolver {
  constructor(private readonly desk: CommandDesk) {}

  @Mutation(() => CommandPayload, {
    description:
      'Accept a dossier: it gets its code and its appointed date, and the clock starts (tiếp nhận hồ sơ).',
  })
  acceptDossier(@Input() input: DossierInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'acceptDossier', data: {} });
  }

  @Mutation(() => CommandPayload, { description: 'Refuse a dossier at the desk (từ chối tiếp nhận hồ sơ).' })
  refuseIntake(@Input() input: RefuseIntakeInput, @Asking() asker: Asker) {
    const { reasons, guidance } = stated(input);
    return this.desk.give(asker, input, { type: 'refuseIntake', data: { reasons, guidance } });
  }

  @Mutation(() => CommandPayload, {
    description: 'Point the applicant to the competent authority (hướng dẫn nộp đến cơ quan có thẩm quyền).',
  })
  redirectDossier(@Input() input: RedirectDossierInput, @Asking() asker: Asker) {
    const { toAgency, reason } = input;
    return this.desk.give(asker, input, { type: 'redirectDossier', data: { toAgency, reason } });
  }

  @Mutation(() => CommandPayload, {
    description: 'Confirm that the dossier is complete; it goes to appraisal (xác nhận hồ sơ đầy đủ).',
  })
  confirmCompleteness(@Input() input: DossierInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'confirmCompleteness', data: {} });
  }

  @Mutation(() => CommandPayload, {
    description: 'Ask the applicant for everything that is missing, in one go (yêu cầu bổ sung hồ sơ).',
  })
  requestSupplement(@Input() input: RequestSupplementInput, @Asking() asker: Asker) {
    const items = input.items.map(supplementItem);
    return this.desk.give(asker, input, { type: 'requestSupplement', data: { items } });
  }

  @Mutation(() => CommandPayload, { description: 'Record that the result was handed over (trả kết quả).' })
  handOverResult(@Input() input: HandOverResultInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'handOverResult', data: { way: input.way } });
  }
}

function supplementItem({ paper, field, deficiency, guidance }: SupplementItemInput): SupplementItem {
  const about = typeof paper === 'string' ? { paper } : { field: field ?? '' };
  return { about, deficiency, guidance };
}
