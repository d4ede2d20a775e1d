import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { PersonId } from '#libs/kernel/ids.js';
import { textOf } from '#libs/notifications/compose.js';
import type { Item } from '#libs/notifications/outbox.js';
import { Input } from '../commands/command-input.js';
import { toConnection } from '../graphql/connection.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { Parts } from '../parts.js';
import {
  CalendarAddress,
  MarkedRead,
  MarkNotificationsReadInput,
  type Notification,
  NotificationConnection,
  NotificationPreference,
  NotificationPreferenceInput,
  NotificationsArgs,
} from './notification.js';

/** What the signed-in person was told, and wants to be told. Nobody sees or changes another's. */
@Resolver()
export class NotificationsResolver {
  constructor(private readonly parts: Parts) {}

  @Query(() => NotificationConnection, {
    description: 'What the signed-in person was told, the newest first (thông báo của tôi).',
  })
  async myNotifications(@Args() { first, after, unreadOnly }: NotificationsArgs, @Asking() { actor }: Asker) {
    const page = await this.parts.notifications.inbox.list({
      person: actor.id as PersonId,
      unreadOnly,
      first,
      ...(typeof after === 'string' ? { after } : {}),
    });
    return toConnection<Item, Notification>(page, notificationOf);
  }

  @Query(() => Int, { description: 'How many notifications were not read yet.' })
  unreadNotifications(@Asking() { actor }: Asker): Promise<number> {
    return this.parts.notifications.inbox.countUnread(actor.id as PersonId);
  }

  @Query(() => NotificationPreference, {
    description: 'What the signed-in person wants to be told, and how.',
  })
  myNotificationPreference(@Asking() { actor }: Asker): Promise<NotificationPreference> {
    return this.parts.notifications.preferences.find(actor.id);
  }

  @Mutation(() => MarkedRead, { description: 'Mark notifications as read; doing it again changes nothing.' })
  async markNotificationsRead(
    @Input() { ids }: MarkNotificationsReadInput,
    @Asking() { actor }: Asker,
  ): Promise<MarkedRead> {
    const { inbox } = this.parts.notifications;
    const person = actor.id as PersonId;
    await inbox.markRead(person, this.parts.backbone.clock.now(), ids ?? undefined);
    return { unread: await inbox.countUnread(person) };
  }

  @Mutation(() => NotificationPreference, {
    description: 'Choose language and ways. What the law orders is sent all the same.',
  })
  async setNotificationPreference(
    @Input() { language, muted }: NotificationPreferenceInput,
    @Asking() { actor }: Asker,
  ): Promise<NotificationPreference> {
    const preference = { language, muted: [...new Set(muted)] };
    await this.parts.notifications.preferences.set(actor.id, preference);
    return preference;
  }

  @Mutation(() => CalendarAddress, {
    description: 'A new secret address for a calendar; the one before it opens nothing any more.',
  })
  async makeCalendarAddress(@Asking() { actor }: Asker): Promise<CalendarAddress> {
    const { notifications, backbone, settings } = this.parts;
    const secret = await notifications.feeds.make(actor.id as PersonId, backbone.clock.now());
    return { url: `${settings.gateway.publicUrl}/calendar/${secret}.ics` };
  }

  @Mutation(() => Boolean, { description: 'Take the calendar address back. False when there was none.' })
  revokeCalendarAddress(@Asking() { actor }: Asker): Promise<boolean> {
    return this.parts.notifications.feeds.revoke(actor.id as PersonId);
  }
}

export function notificationOf(item: Item): Notification {
  const { _id: id, reference, statutory, at, readAt } = item;
  return { id, text: textOf(item), reference, statutory, at, ...(readAt === undefined ? {} : { readAt }) };
}
