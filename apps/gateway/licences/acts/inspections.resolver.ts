import { Mutation, Resolver } from '@nestjs/graphql';
import type { PersonId } from '#libs/kernel/ids.js';
import { Input } from '../../commands/command-input.js';
import { Derivation } from '../../commands/derived.js';
import { Asking, type Asker } from '../../graphql/request-context.js';
import { CloseInspectionInput, InspectionInput } from './inspections.input.js';
import { LicenceDesk } from './licence-desk.js';
import { LicencePayload } from './licence-payload.js';

/** Inspections that missed duties ask for: work in the inbox, taken and closed by an officer. */
@Resolver()
export class InspectionsResolver {
  constructor(
    private readonly desk: LicenceDesk,
    private readonly derivation: Derivation,
  ) {}

  @Mutation(() => LicencePayload, {
    description: 'Take an inspection that nobody holds (nhận việc kiểm tra).',
  })
  claimInspection(@Input() input: InspectionInput, @Asking() asker: Asker) {
    const data = { inspection: input.inspection, inspector: asker.actor.id as PersonId };
    return this.desk.give(asker, input, { type: 'claimInspection', data });
  }

  @Mutation(() => LicencePayload, {
    description: 'Give back an inspection one holds (trả lại việc kiểm tra).',
  })
  releaseInspection(@Input() input: InspectionInput, @Asking() asker: Asker) {
    const data = { inspection: input.inspection, inspector: asker.actor.id as PersonId };
    return this.desk.give(asker, input, { type: 'releaseInspection', data });
  }

  @Mutation(() => LicencePayload, {
    description:
      'Say what an inspection found: nothing, a remedy to be ordered, or a violation (kết luận kiểm tra).',
  })
  closeInspection(@Input() input: CloseInspectionInput, @Asking() asker: Asker) {
    const { inspection, finding, note, violation } = input;
    const data = {
      inspection,
      inspector: asker.actor.id as PersonId,
      finding,
      note,
      ...(typeof violation === 'string' ? { violation } : {}),
      ...this.remedyIn(input),
    };
    return this.desk.give(asker, input, { type: 'closeInspection', data });
  }

  private remedyIn({ licenceId, idempotencyKey, remedySubject, remedyDueOn }: CloseInspectionInput) {
    if (typeof remedySubject !== 'string' || typeof remedyDueOn !== 'string') return {};
    const obligation = this.derivation.obligationId(licenceId, idempotencyKey);
    return { remedy: { obligation, subject: remedySubject, dueOn: remedyDueOn } };
  }
}
