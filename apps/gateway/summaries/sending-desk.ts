import { Injectable } from '@nestjs/common';
import { mayCommandSummary } from '#libs/access/may-command.js';
import { type AgencyId, type Digest, summaryIdOf } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { SummaryCommand, SummaryCommands } from '#libs/summary-duties/commands.js';
import { summaryCodeOf } from '#libs/summaries/paper-of.js';
import { askedBy, type Keyed, outcomeOf } from '../commands/command-outcome.js';
import type { Asker } from '../graphql/request-context.js';
import { Parts } from '../parts.js';
import type { RecordSummarySentInput } from './sending.input.js';
import type { SummaryPayload } from './sending.js';

interface AboutSummary extends Keyed {
  readonly periodName: string;
}

type Recorded = SummaryCommands['recordSummarySent'];

/** Hands what a person says about the sending of a summary to the one place that decides, and words its answer. */
@Injectable()
export class SendingDesk {
  constructor(private readonly parts: Parts) {}

  /** Who works for no agency speaks for none, and is told that they may not. */
  agencyOf({ actor }: Asker): AgencyId {
    return (actor.agency ?? '') as AgencyId;
  }

  async recordSent(asker: Asker, input: RecordSummarySentInput): Promise<SummaryPayload> {
    const { periodName: period, addressee, sentOn, way, reference, position, digest } = input;
    const data = { agency: this.agencyOf(asker), period, addressee, sentOn, way, reference, position };
    const file = await this.fileOf(asker, data, digest as Digest | null | undefined);
    if (typeof file === 'object') return this.worded(asker, input, file);
    return this.give(asker, input, {
      type: 'recordSummarySent',
      data: { ...data, ...(file !== undefined && { file }) },
    });
  }

  async give(asker: Asker, input: AboutSummary, command: SummaryCommand): Promise<SummaryPayload> {
    const { backbone, metrics } = this.parts;
    const { agency, period } = command.data;
    const answer = await backbone.commands.summary({
      id: summaryIdOf(agency, period),
      command,
      ...askedBy(asker, input),
    });
    return this.payload(asker, input, outcomeOf(metrics, command.type, answer));
  }

  /**
   * What was sent must be at hand in ten years: the paper as it was drawn, or what the asker uploaded. Knowing a digest is not having the
   * file. Whoever may not give the command hears that from where commands are decided, and nothing of files.
   */
  private async fileOf(
    { actor }: Asker,
    data: Recorded,
    digest: Digest | null | undefined,
  ): Promise<Digest | AnyRefusal | undefined> {
    if (!mayCommandSummary(actor, { type: 'recordSummarySent', data })) return undefined;
    const drawn = await this.drawnAt(data);
    if (typeof digest !== 'string' || digest === drawn) return drawn;
    const uploads = await this.parts.uploads.findOf(actor.id, [digest]);
    return uploads.has(digest) ? digest : { refusal: 'PapersNotUploaded', details: { digests: [digest] } };
  }

  private async drawnAt({ agency, period, position }: Recorded): Promise<Digest | undefined> {
    const { store, records } = this.parts.backbone;
    const [at] = await store.readAfter(position - 1, 1);
    return at && (await records.find(summaryCodeOf(at, agency, period)))?.file;
  }

  private worded(asker: Asker, input: AboutSummary, refusal: AnyRefusal): SummaryPayload {
    const outcome = outcomeOf(this.parts.metrics, 'recordSummarySent', { outcome: 'refused', refusal });
    return this.payload(asker, input, outcome);
  }

  private payload(
    { actor }: Asker,
    { periodName }: AboutSummary,
    outcome: ReturnType<typeof outcomeOf>,
  ): SummaryPayload {
    return Object.assign(outcome, { periodName, agency: actor.agency });
  }
}
