import type { ReturnedMail } from './read-returned-mail.js';
import type { Outbox } from './outbox.js';
import type { Undelivered } from './undelivered.js';

interface Sources {
  readonly outbox: Outbox;
  readonly undelivered: Undelivered;
}

export type BounceAnswer = 'recorded' | 'known' | 'notOurs' | 'notFinal';

/** What mail servers send back: which of our messages it was, and what follows. */
export class Bounces {
  constructor(private readonly sources: Sources) {}

  /** A mail that came back twice is followed up once. */
  async take({ messageId, final, recipient, status }: ReturnedMail): Promise<BounceAnswer> {
    if (!final) return 'notFinal';
    const { outbox, undelivered } = this.sources;
    const message = messageId === undefined ? undefined : await outbox.findMessage(messageId);
    if (message?.channel !== 'email') return 'notOurs';
    if (message.state === 'bounced') return 'known';
    const reason = `the mail came back: ${status}`;
    await undelivered.follow(message, reason, recipient);
    await outbox.comeBack(message, reason);
    return 'recorded';
  }
}
