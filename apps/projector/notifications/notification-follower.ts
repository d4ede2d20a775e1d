import type { Connection } from 'mongoose';
import type { PersonId } from '#libs/kernel/ids.js';
import { type Clock, epochOf, type Instant, instantFromEpoch } from '#libs/kernel/time.js';
import { type Directory, noticesOf } from '#libs/notifications/notices-of.js';
import type { Notice } from '#libs/notifications/notice.js';
import type { BouncingAddresses } from '#libs/notifications/bouncing-addresses.js';
import type { ChannelName, Outbox, SendingChannel } from '#libs/notifications/outbox.js';
import type { KnownPerson, People } from '#libs/people/people.js';
import type { Change } from '#libs/projections/change.js';
import type { Follower } from '#libs/projections/follower.js';

export interface NotificationSources {
  readonly outbox: Outbox;
  readonly bouncing: BouncingAddresses;
  readonly people: People;
  readonly directory: Directory;
  /** Ways that are configured. */
  readonly ways: readonly SendingChannel[];
  readonly since: Instant;
}

const DAY_MS = 86_400_000;

/** Hears every change and writes down what it tells to whom. What is older than the first start's day concerns nobody. */
export function notificationFollower(sources: NotificationSources): Follower {
  const { outbox, people, directory, since } = sources;
  return {
    name: 'notifications',
    async hear(changes: readonly Change[]) {
      const telling = changes.filter(({ commit }) => commit.recordedAt >= since);
      const notices: Notice[] = [];
      for (const change of telling) notices.push(...(await noticesOf(change, directory)));
      if (notices.length === 0) return;
      const known = await people.findAll(notices.map(({ person }) => person));
      const addressed = notices.map(async (notice) => ({
        notice,
        ways: await waysTo(known.get(notice.person), notice, sources),
      }));
      await outbox.noteAll(await Promise.all(addressed));
    },
  };
}

/**
 * The inbox always; mail where there is an address from which none came back; the telephone, which costs, for what the law orders and
 * where mail does not arrive.
 */
export async function waysTo(
  person: KnownPerson | undefined,
  { statutory }: Pick<Notice, 'statutory'>,
  { ways, bouncing }: Pick<NotificationSources, 'ways' | 'bouncing'>,
): Promise<readonly ChannelName[]> {
  if (!person) return ['inApp'];
  const { id, email, phone } = person;
  const comesBack = email !== undefined && (await bouncing.bounces(id as PersonId, email));
  const usable = ways.filter((way) =>
    way === 'email' ? email !== undefined && !comesBack : (statutory || comesBack) && phone !== undefined,
  );
  return ['inApp', ...usable];
}

/**
 * From when on people are told: a day before notifications were first switched on for this log. Written down once, so that
 * an outage however long loses nothing, and an old log floods nobody.
 */
export async function firstTold(connection: Connection, clock: Clock): Promise<Instant> {
  const starts = connection.collection<{ readonly _id: string; readonly since: Instant }>(
    'notification_start',
  );
  const since = instantFromEpoch(epochOf(clock.now()) - DAY_MS);
  const kept = await starts.findOneAndUpdate(
    { _id: 'first' },
    { $setOnInsert: { since } },
    { upsert: true, returnDocument: 'after' },
  );
  return kept?.since ?? since;
}
