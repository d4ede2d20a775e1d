import { type Clock, epochOf, instantFromEpoch } from '#libs/kernel/time.js';
import type { People } from '#libs/people/people.js';
import type { BouncingAddresses } from './bouncing-addresses.js';
import { type Channel, ChannelAway, Undeliverable } from './channel.js';
import { type Composed, compose } from './compose.js';
import type { Message, Outbox, SendingChannel } from './outbox.js';
import type { Preferences } from './preferences.js';
import { afterQuiet, timingOf } from './timing.js';
import type { Undelivered } from './undelivered.js';

export type Channels = Readonly<Partial<Record<SendingChannel, Channel>>>;

export interface SenderDependencies {
  readonly outbox: Outbox;
  readonly bouncing: BouncingAddresses;
  readonly undelivered: Undelivered;
  readonly preferences: Preferences;
  readonly people: Pick<People, 'find'>;
  readonly channels: Channels;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly onSent?: (channel: SendingChannel) => void;
  readonly onFailed?: (channel: SendingChannel) => void;
}

/** Longer than any server takes: until then nobody else sends what somebody has begun to. */
const LENT_MS = 5 * 60_000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 6 * 3_600_000;
/** With the pauses above about two days, as mail servers themselves do. */
const ATTEMPTS = 16;

const addressIn = { email: 'email', sms: 'phone', zalo: 'phone' } as const;

/** Puts what is due into messages and sends them. */
export class Sender {
  constructor(private readonly parts: SenderDependencies) {}

  /** Sends everything that is due. @throws ChannelAway when a server is away; nothing is lost by it. */
  async sendDue(signal: AbortSignal): Promise<void> {
    const { outbox, preferences, clock } = this.parts;
    for (const group of await outbox.listDue(clock.now())) {
      const { muted } = await preferences.find(group.person);
      const unwanted = !group.statutory && muted.includes(group.channel);
      await (unwanted ? outbox.mute(group) : outbox.bundle(group, clock.now()));
    }
    const away = new Set<SendingChannel>();
    while (!signal.aborted && (await this.sendNext(away)));
    if (away.size > 0) throw new ChannelAway([...away].join());
  }

  private async sendNext(away: Set<SendingChannel>): Promise<boolean> {
    const { outbox, clock, onSent } = this.parts;
    const message = await outbox.claim({ now: clock.now(), until: this.later(LENT_MS), away });
    if (!message) return false;
    try {
      const { textsVersion } = await this.send(message);
      await outbox.settle(message, { state: 'sent', sentAt: clock.now(), textsVersion });
      onSent?.(message.channel);
    } catch (error) {
      if (error instanceof ChannelAway) away.add(message.channel);
      await this.notSent(message, error);
    }
    return true;
  }

  private async send(message: Message): Promise<Composed> {
    const { outbox, preferences, people, bouncing, channels, publicUrl } = this.parts;
    const channel = channels[message.channel];
    if (!channel) throw new ChannelAway(`no ${message.channel} is configured`);
    const address = (await people.find(message.person))?.[addressIn[message.channel]];
    if (address === undefined) throw new Undeliverable('the person has no such address any more');
    if (message.channel === 'email' && (await bouncing.bounces(message.person, address)))
      throw new Undeliverable('mail to this address has come back before');
    const { statutory } = message;
    const { language } = await preferences.find(message.person);
    const unsubscribing = statutory ? undefined : await preferences.unsubscribeToken(message.person);
    const stop =
      unsubscribing === undefined ? {} : { unsubscribeUrl: `${publicUrl}/unsubscribe/${unsubscribing}` };
    const composed = compose(await outbox.noticesIn(message), {
      language,
      statutory,
      url: publicUrl,
      ...stop,
    });
    await channel.send({ ...composed, ...stop, id: message._id, address });
    return composed;
  }

  private async notSent(message: Message, error: unknown): Promise<void> {
    const { outbox } = this.parts;
    const reason = error instanceof Error ? error.message : String(error);
    const { attempts, agency } = message;
    if (error instanceof Undeliverable || (attempts >= ATTEMPTS && !(error instanceof ChannelAway))) {
      await this.fail(message, reason);
      return;
    }
    const wait = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
    const away = error instanceof ChannelAway;
    const nextAt = afterQuiet(this.later(away ? FIRST_RETRY_MS : wait), timingOf(agency));
    await outbox.settle(message, { nextAt, reason, ...(away ? { attempts: attempts - 1 } : {}) });
  }

  /** What follows is done before it counts as failed: killed in between, it fails again and is told once. */
  private async fail(message: Message, reason: string): Promise<void> {
    const { outbox, undelivered, onFailed } = this.parts;
    await undelivered.follow(message, reason);
    await outbox.settle(message, { state: 'failed', reason });
    onFailed?.(message.channel);
  }

  private later(byMs: number) {
    return instantFromEpoch(epochOf(this.parts.clock.now()) + byMs);
  }
}
