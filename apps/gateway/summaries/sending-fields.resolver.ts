import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AgencyId } from '#libs/kernel/ids.js';
import { localDateOf } from '#libs/kernel/time.js';
import { addresseeNames } from '#libs/summary-duties/addressees.js';
import { findPeriod } from '#libs/summary-duties/period.js';
import { sendingHistory } from '#libs/summaries/sending-history.js';
import { readSending, type SummarySending } from '#libs/summaries/sendings.js';
import { HistoryEntry } from '../dossiers/history.js';
import { historyEntryOf } from '../dossiers/history.resolver.js';
import { Parts } from '../parts.js';
import { AddresseeTerms, SendingStandingTerms, SentSummary } from './sending.js';
import { DepartmentSummary } from './summary.js';

/** Whether a summary was sent, as the log knows by now: the summary itself stays as its position tells it. */
@Resolver(() => DepartmentSummary)
export class SendingFieldsResolver {
  constructor(private readonly parts: Parts) {}

  @ResolveField(() => SendingStandingTerms, { description: 'Whether it was sent by now, and in time.' })
  async sendingStanding(@Parent() summary: DepartmentSummary) {
    return (await this.sendingOf(summary)).standing;
  }

  @ResolveField(() => [SentSummary], { description: 'To whom it was sent by now, when and by which way.' })
  async sent(@Parent() summary: DepartmentSummary): Promise<SentSummary[]> {
    const { sent } = await this.sendingOf(summary);
    return sent.map((one) => ({ ...one, addresseeName: addresseeNames[one.addressee] }));
  }

  @ResolveField(() => [AddresseeTerms], { description: 'To whom it is still to be sent.' })
  async awaiting(@Parent() summary: DepartmentSummary) {
    return (await this.sendingOf(summary)).awaiting;
  }

  @ResolveField(() => Int, { description: 'Version of what is recorded about its sending.' })
  async sendingVersion(@Parent() summary: DepartmentSummary): Promise<number> {
    return (await this.sendingOf(summary)).version;
  }

  @ResolveField(() => [HistoryEntry], {
    description: 'All that was recorded about its sending, mistakes too (lịch sử gửi báo cáo).',
  })
  async sendingHistory(@Parent() { agency, period: name }: DepartmentSummary): Promise<HistoryEntry[]> {
    const { store } = this.parts.backbone;
    const entries = await sendingHistory(store, agency as AgencyId, periodNamed(name));
    return entries.map((entry) => historyEntryOf(entry, true));
  }

  /** Read once for all fields that are asked of one summary. */
  private readonly read = new WeakMap<DepartmentSummary, Promise<SummarySending>>();

  private sendingOf(summary: DepartmentSummary): Promise<SummarySending> {
    const before = this.read.get(summary);
    if (before) return before;
    const { store, clock } = this.parts.backbone;
    const today = localDateOf(clock.now());
    const asked = { period: periodNamed(summary.period), today };
    const reading = readSending(store, summary.agency as AgencyId, asked);
    this.read.set(summary, reading);
    return reading;
  }
}

/** @throws RangeError where a summary was made of no period, which is a defect. */
function periodNamed(name: string) {
  const period = findPeriod(name);
  if (!period) throw new RangeError(`${name} is no period`);
  return period;
}
