import type { Connection } from 'mongoose';
import { type Clock, epochOf, type Instant, instantFromEpoch } from '#libs/kernel/time.js';
import { type Directory, noticesOf } from '#libs/notifications/notices-of.js';
import type { Notice } from '#libs/notifications/notice.js';
import type { BouncingAddresses } from '#libs/notifications/bouncing-addresses.js';
import type { Addressed, Outbox, SendingChannel } from '#libs/notifications/outbox.js';
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
  const { outbox, directory, since } = sources;
  return {
    name: 'notifications',
    async hear(changes: readonly Change[]) {
      const telling = changes.filter(({ commit }) => commit.recordedAt >= since);
      const inThisBatch = eachTeamOnce(directory);
      const notices = await Promise.all(telling.map((change) => noticesOf(change, inThisBatch)));
      const told = await addressed(notices.flat(), sources);
      return (session) => outbox.noteAll(told, session);
    },
  };
}

/** Events of a batch mostly concern the same few teams. */
function eachTeamOnce(directory: Directory): Directory {
  const asked = new Map<string, ReturnType<Directory['listTeam']>>();
  return {
    listTeam(agency, role) {
      const team = `${agency} ${role}`;
      const members = asked.get(team) ?? directory.listTeam(agency, role);
      asked.set(team, members);
      return members;
    },
  };
}

/** The ways to everybody concerned: who they are is looked up once for all, and so is where mail does not arrive. */
export async function addressed(
  notices: readonly Notice[],
  { people, bouncing, ways }: Pick<NotificationSources, 'people' | 'bouncing' | 'ways'>,
): Promise<readonly Addressed[]> {
  if (notices.length === 0) return [];
  const known = await people.findAll(notices.map(({ person }) => person));
  const inVain = ways.length === 0 ? new Set<string>() : await bouncing.among([...known.values()]);
  return notices.map((notice) => {
    const person = known.get(notice.person);
    const mailBounces = inVain.has(notice.person);
    return { notice, ways: ['inApp', ...waysTo(person, notice, { ways, mailBounces })] };
  });
}

interface Ways extends Pick<NotificationSources, 'ways'> {
  /** From the person's present address mail has come back. */
  readonly mailBounces: boolean;
}

/** Mail where it arrives; the telephone, which costs, for what the law orders and where mail does not arrive. */
function waysTo(
  person: KnownPerson | undefined,
  { statutory }: Notice,
  { ways, mailBounces }: Ways,
): readonly SendingChannel[] {
  if (!person) return [];
  const { email, phone } = person;
  return ways.filter((way) =>
    way === 'email' ? email !== undefined && !mailBounces : (statutory || mailBounces) && phone !== undefined,
  );
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
