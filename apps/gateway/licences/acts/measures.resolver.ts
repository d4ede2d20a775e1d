import { Mutation, Resolver } from '@nestjs/graphql';
import type { Ground } from '#libs/licence/events.js';
import { Input } from '../../commands/command-input.js';
import { Problem } from '../../graphql/problem.js';
import { Asking, type Asker } from '../../graphql/request-context.js';
import { LicenceReasonInput, RevokeLicenceInput, SuspendLicenceInput } from './acts.input.js';
import { LicenceDesk } from './licence-desk.js';
import { LicencePayload } from './licence-payload.js';

/** What takes a licence out of force. */
@Resolver()
export class MeasuresResolver {
  constructor(private readonly desk: LicenceDesk) {}

  @Mutation(() => LicencePayload, {
    description: 'Suspend a licence; the second suspension revokes it (đình chỉ giấy phép).',
  })
  suspendLicence(@Input() input: SuspendLicenceInput, @Asking() asker: Asker) {
    const data = { ground: groundOf(input), reason: input.reason };
    return this.desk.give(asker, input, { type: 'suspendLicence', data });
  }

  @Mutation(() => LicencePayload, { description: 'End a suspension before its time (hủy đình chỉ).' })
  liftSuspension(@Input() input: LicenceReasonInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'liftSuspension', data: { reason: input.reason } });
  }

  @Mutation(() => LicencePayload, { description: 'Revoke a licence (thu hồi giấy phép).' })
  revokeLicence(@Input() input: RevokeLicenceInput, @Asking() asker: Asker) {
    const { violation, reason } = input;
    return this.desk.give(asker, input, { type: 'revokeLicence', data: { violation, reason } });
  }

  @Mutation(() => LicencePayload, { description: 'Give a licence back (trả lại giấy phép).' })
  returnLicence(@Input() input: LicenceReasonInput, @Asking() asker: Asker) {
    return this.desk.give(asker, input, { type: 'returnLicence', data: { reason: input.reason } });
  }
}

function groundOf({ violation, remedy }: SuspendLicenceInput): Ground {
  if (typeof violation === 'string' && typeof remedy !== 'string') return { kind: 'violation', violation };
  if (typeof remedy === 'string' && typeof violation !== 'string') {
    return { kind: 'remedyOverrun', obligation: remedy };
  }
  throw new Problem('BAD_USER_INPUT', 'input: either violation or remedy must be given, not both.');
}
