import { type Clock, shownDate } from '#libs/kernel/time.js';
import type { People } from '#libs/people/people.js';
import type { BouncingAddresses } from './bouncing-addresses.js';
import type { Directory } from './notices-of.js';
import type { Notice } from './notice.js';
import type { Item, Message, Outbox, SendingChannel } from './outbox.js';

export interface UndeliveredDependencies {
  readonly outbox: Outbox;
  readonly bouncing: BouncingAddresses;
  readonly people: Pick<People, 'find'>;
  readonly directory: Directory;
  /** Ways that are configured. */
  readonly ways: readonly SendingChannel[];
  readonly clock: Clock;
}

/**
 * What follows when a message will never arrive: the person is told in the inbox and by another way, the clerks about what the law
 * orders. Everything has a key of its own: done again after a crash it is done once.
 */
export class Undelivered {
  constructor(private readonly parts: UndeliveredDependencies) {}

  /** `recipient`: whence a mail came back; without it the present address. */
  async follow(message: Message, reason: string, recipient?: string): Promise<void> {
    const notices = await this.parts.outbox.noticesIn(message);
    if (message.channel === 'email') await this.markAddress(message, { reason, recipient });
    if (message.statutory) await this.tellClerks(message, notices);
    const ways = await this.otherWays(message);
    if (ways.length === 0) return;
    for (const notice of notices) await this.parts.outbox.note(noticeOf(notice), ways);
  }

  /** The telephone costs, but there is nothing else left. */
  private async otherWays({ person, channel }: Message): Promise<readonly SendingChannel[]> {
    if (channel !== 'email') return [];
    const known = await this.parts.people.find(person);
    return known?.phone === undefined ? [] : this.parts.ways.filter((way) => way !== 'email');
  }

  /** Who has another address by now bounces nowhere. */
  private async markAddress(
    { person, agency }: Message,
    { reason, recipient }: { readonly reason: string; readonly recipient: string | undefined },
  ): Promise<void> {
    const { bouncing, people, outbox, clock } = this.parts;
    const address = (await people.find(person))?.email;
    if (address === undefined || (recipient ?? address).toLowerCase() !== address.toLowerCase()) return;
    const since = clock.now();
    await bouncing.mark(person, address, { since, reason });
    const day = since.slice(0, 10);
    const reference = shownDate(day);
    const what = { kind: 'addressBounces', statutory: false, about: 'address', agency, reference } as const;
    await outbox.note({ ...what, event: `bounces ${day}`, person, at: since }, ['inApp']);
  }

  private async tellClerks(message: Message, notices: readonly Item[]): Promise<void> {
    const { outbox, directory, clock } = this.parts;
    const { agency } = message;
    const clerks = await directory.listTeam(agency, 'oneStopClerk');
    for (const { reference, called, event } of notices) {
      for (const person of clerks) {
        const about = `failed ${event} ${message.channel}`;
        const told = { kind: 'deliveryFailed', statutory: false, about, agency, reference } as const;
        const which = { event: `failed ${message._id} ${event}`, ...(called && { called }) };
        await outbox.note({ ...told, ...which, person, at: clock.now() }, ['inApp']);
      }
    }
  }
}

/** The notice alone, without what became of it by one way. */
function noticeOf(item: Item): Notice {
  const { event, person, kind, statutory, about, agency, reference, at, called, duty, until, due } = item;
  const notice = { event, person, kind, statutory, about, agency, reference, at };
  const said = { ...(called && { called }), ...(duty && { duty }), ...(until && { until }) };
  return { ...notice, ...said, ...(due === undefined ? {} : { due }) };
}
