import { Injectable } from '@nestjs/common';
import { mayCommandLicence } from '#libs/access/may-command.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { Asker } from '../../graphql/request-context.js';
import { Parts } from '../../parts.js';

export type ProvenCommand = Extract<LicenceCommand, { readonly data: { readonly evidence: unknown } }>;

/** The paper that proves what is done to a licence: knowing its digest is not having it. */
@Injectable()
export class Evidence {
  constructor(private readonly parts: Parts) {}

  /** Whoever may not give the command hears that from where commands are decided, and nothing of papers. */
  async objection(
    { actor }: Asker,
    licenceId: string,
    { type, data: { evidence } }: ProvenCommand,
  ): Promise<AnyRefusal | undefined> {
    const read = await this.parts.backbone.reader.findLicence(licenceId as LicenceId);
    if (!read || !mayCommandLicence(actor, { type }, read.licence)) return undefined;
    const uploads = await this.parts.uploads.findOf(actor.id, [evidence]);
    if (uploads.has(evidence)) return undefined;
    return { refusal: 'PapersNotUploaded', details: { digests: [evidence] } };
  }
}
