import { Context, Field, Int, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import type { PersonId } from '#libs/kernel/ids.js';
import { askerOf, type RunningContext } from '../graphql/request-context.js';
import { Notification } from '../notifications/notification.js';
import { notificationOf } from '../notifications/notifications.resolver.js';
import { Parts } from '../parts.js';
import { InboxNews } from './inbox-news.js';
import { listeningUntil } from './listening.js';

@ObjectType('NotificationNews', { description: 'How the in-app inbox of the signed-in person stands.' })
export class NotificationNews {
  @Field(() => Int, { description: 'How many notifications were not read yet.' })
  unread!: number;

  @Field(() => Notification, { nullable: true, description: 'The newest one; null while there is none.' })
  newest?: Notification;
}

/** Live updates of the in-app inbox over server-sent events. */
@Resolver()
export class InboxNewsResolver {
  constructor(
    private readonly parts: Parts,
    private readonly news: InboxNews,
  ) {}

  @Subscription(() => NotificationNews, {
    resolve: (news: NotificationNews) => news,
    description:
      'How the in-app inbox stands: at once, and whenever something was told or read. Several changes may come as one.',
  })
  async *notificationsChanged(@Context() context: RunningContext): AsyncGenerator<NotificationNews> {
    const person = askerOf(context).actor.id as PersonId;
    const until = listeningUntil(context, this.parts.stopping.signal);
    for await (const { unread, newest } of this.news.of(person, until)) {
      yield { unread, ...(newest && { newest: notificationOf(newest) }) };
    }
  }
}
