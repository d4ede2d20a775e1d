import { Mutation, Resolver } from '@nestjs/graphql';
import type { Digest } from '#libs/kernel/ids.js';
import { Input } from '../../commands/command-input.js';
import { Asking, type Asker } from '../../graphql/request-context.js';
import {
  AmendLicenceInput,
  ExtendLicenceInput,
  LicenceInput,
  NoteHolderChangeInput,
  ReissueLicenceInput,
} from './acts.input.js';
import { Evidence, type ProvenCommand } from './evidence.js';
import { LicenceDesk } from './licence-desk.js';
import { LicencePayload } from './licence-payload.js';

/** What changes a licence and leaves it in force. */
@Resolver()
export class LifeResolver {
  constructor(
    private readonly desk: LicenceDesk,
    private readonly evidence: Evidence,
  ) {}

  @Mutation(() => LicencePayload, { description: 'Amend a licence (sửa đổi, bổ sung giấy phép).' })
  amendLicence(@Input() input: AmendLicenceInput, @Asking() asker: Asker) {
    const data = { facts: [input.fact], evidence: input.digest as Digest };
    return this.proven(asker, input, { type: 'amendLicence', data });
  }

  @Mutation(() => LicencePayload, { description: 'Extend a licence (gia hạn giấy phép).' })
  extendLicence(@Input() input: ExtendLicenceInput, @Asking() asker: Asker) {
    const { filedOn, years } = input;
    return this.desk.give(asker, input, { type: 'extendLicence', data: { filedOn, years } });
  }

  @Mutation(() => LicencePayload, { description: 'Issue a licence again (cấp lại giấy phép).' })
  reissueLicence(@Input() input: ReissueLicenceInput, @Asking() asker: Asker) {
    const { cause, reason } = input;
    return this.desk.give(asker, input, { type: 'reissueLicence', data: { cause, reason } });
  }

  @Mutation(() => LicencePayload, {
    description: 'Confirm a change of owner or head office that was notified (xác nhận thông báo thay đổi).',
  })
  noteHolderChange(@Input() input: NoteHolderChangeInput, @Asking() asker: Asker) {
    const { change, changedOn, digest, filedOn } = input;
    const came = typeof filedOn === 'string' ? { filedOn } : {};
    const data = { change, changedOn, evidence: digest as Digest, ...came };
    return this.proven(asker, input, { type: 'noteHolderChange', data });
  }

  private async proven(asker: Asker, input: LicenceInput, command: ProvenCommand): Promise<LicencePayload> {
    const objection = await this.evidence.objection(asker, input.licenceId, command);
    return objection
      ? this.desk.refuse(input.licenceId, command.type, objection)
      : this.desk.give(asker, input, command);
  }
}
