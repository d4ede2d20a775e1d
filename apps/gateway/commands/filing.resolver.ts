import { Mutation, Resolver } from '@nestjs/graphql';
import type { Digest, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { CommandDesk } from './command-desk.js';
import { Input } from './command-input.js';
import { CommandPayload, SubmitDossierPayload } from './command-payload.js';
import { Derivation, trackingDigest } from './derived.js';
import { type Brought, Enclosures, type Taken } from './enclosures.js';
import { ReceiveSupplementInput, SubmitDossierInput } from './filing.input.js';

/** What applicants, or the desk for them, hand in. */
@Resolver()
export class FilingResolver {
  constructor(
    private readonly desk: CommandDesk,
    private readonly derivation: Derivation,
    private readonly enclosures: Enclosures,
  ) {}

  @Mutation(() => SubmitDossierPayload, {
    description:
      'File a dossier (nộp hồ sơ). Answers and papers are kept outside the log; the log gets their digests.',
  })
  async submitDossier(
    @Input() input: SubmitDossierInput,
    @Asking() asker: Asker,
  ): Promise<SubmitDossierPayload> {
    const { idempotencyKey } = input;
    const dossierId = this.derivation.dossierId(asker.actor.id, idempotencyKey);
    const procedure = this.enclosures.procedureInForce(asker, input);
    const taken =
      'refusal' in procedure ? procedure : await this.enclosures.take(asker, bringing(input, procedure));
    if ('refusal' in taken) return this.desk.refuse(dossierId, 'submitDossier', taken);
    return this.submit(asker, { dossierId, input, taken });
  }

  private async submit(asker: Asker, { dossierId, input, taken }: Filing): Promise<SubmitDossierPayload> {
    const { idempotencyKey, channel, applicantKind, procedureId, applicant, licenceId } = input;
    const trackingSecret = this.derivation.trackingSecret(asker.actor.id, idempotencyKey);
    const data = {
      dossierId,
      procedureId,
      channel,
      applicant: (applicant ?? asker.actor.id) as PersonId,
      applicantKind,
      form: taken.form ?? ('' as Digest),
      papers: taken.papers,
      trackingSecret: trackingDigest(trackingSecret),
      ...(licenceId ? { licenceId: licenceId as LicenceId } : {}),
      ...(taken.asked === undefined ? {} : { asked: taken.asked }),
    };
    const payload = await this.desk.give(
      asker,
      { dossierId, idempotencyKey },
      { type: 'submitDossier', data },
    );
    return payload.refusal === undefined ? Object.assign(payload, { trackingSecret }) : payload;
  }

  @Mutation(() => CommandPayload, {
    description: 'Bring what a supplement request asked for (nộp bổ sung hồ sơ).',
  })
  async receiveSupplement(
    @Input() input: ReceiveSupplementInput,
    @Asking() asker: Asker,
  ): Promise<CommandPayload> {
    const procedure = await this.enclosures.procedureOf(asker, input.dossierId);
    const taken: Taken | AnyRefusal =
      'refusal' in procedure ? procedure : await this.enclosures.take(asker, bringing(input, procedure));
    if ('refusal' in taken) return this.desk.refuse(input.dossierId, 'receiveSupplement', taken);
    return this.desk.give(asker, input, { type: 'receiveSupplement', data: taken });
  }
}

interface Filing {
  readonly dossierId: DossierId;
  readonly input: SubmitDossierInput;
  readonly taken: Taken;
}

function bringing(input: SubmitDossierInput | ReceiveSupplementInput, procedure: Procedure): Brought {
  const { answers, papers, idempotencyKey } = input;
  return { procedure, answers, papers, idempotencyKey };
}
