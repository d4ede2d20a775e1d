import { Injectable } from '@nestjs/common';
import type { PersonId } from '#libs/kernel/ids.js';
import type { InboxWatch } from '#libs/notifications/inbox.js';
import type { Item } from '#libs/notifications/outbox.js';
import { Parts } from '../parts.js';
import { Bell } from './bell.js';

/** How an in-app inbox stands: what a screen needs to know whether to look again. */
export interface News {
  readonly unread: number;
  readonly newest: Item | undefined;
}

/** News of in-app inboxes to any number of listeners, by one watch of this process. */
@Injectable()
export class InboxNews {
  private readonly bells = new Map<PersonId, Bell>();
  private watch: Promise<InboxWatch> | undefined;
  private listeners = 0;

  constructor(private readonly parts: Parts) {}

  /** How the inbox stands, at once and after every change, until the signal aborts. Several changes may come as one. */
  async *of(person: PersonId, signal: AbortSignal): AsyncGenerator<News, void> {
    this.listeners += 1;
    try {
      yield* this.listen(person, signal);
    } finally {
      await this.leave();
    }
  }

  private async *listen(person: PersonId, signal: AbortSignal): AsyncGenerator<News, void> {
    const bell = this.bellOf(person);
    let told = '';
    while (!signal.aborted) {
      await this.watching();
      const heard = bell.rings;
      const news = await this.look(person);
      const state = `${news.unread} ${news.newest?._id ?? ''}`;
      if (state !== told) yield news;
      told = state;
      await bell.next(heard, signal);
    }
  }

  private async look(person: PersonId): Promise<News> {
    const { inbox } = this.parts.notifications;
    const [unread, newest] = await Promise.all([inbox.countUnread(person), inbox.findNewest(person)]);
    return { unread, newest };
  }

  private bellOf(person: PersonId): Bell {
    const bell = this.bells.get(person) ?? new Bell();
    this.bells.set(person, bell);
    return bell;
  }

  private watching(): Promise<InboxWatch> {
    this.watch ??= this.begin();
    return this.watch;
  }

  private async begin(): Promise<InboxWatch> {
    const begun = await this.parts.notifications.inbox
      .watch((person) => this.bells.get(person)?.ring())
      .catch((error: unknown) => {
        this.watch = undefined;
        throw error;
      });
    begun.ended.catch((error: unknown) => this.interrupted(error));
    return begun;
  }

  /** Everybody looks again, and the first of them begins a new watch. */
  private interrupted(error: unknown): void {
    const fault = error instanceof Error ? error.name : 'unknown';
    if (this.listeners > 0) this.parts.log.warn({ fault }, 'news of inboxes are interrupted');
    this.watch = undefined;
    for (const bell of this.bells.values()) bell.ring();
  }

  private async leave(): Promise<void> {
    this.listeners -= 1;
    if (this.listeners > 0) return;
    const watch = this.watch;
    this.watch = undefined;
    this.bells.clear();
    await watch?.then((begun) => begun.close()).catch(() => undefined);
  }
}
