import type { Composed } from './compose.js';

/** A message on its way: what, to which address. */
export interface Outgoing extends Composed {
  /** The same at every attempt: the other side can tell a message that comes again. */
  readonly id: string;
  readonly address: string;
  readonly unsubscribeUrl?: string;
}

/**
 * A way to people. `send` resolves when the other side has taken the message over.
 * @throws Undeliverable when it never will; ChannelAway when nothing can be sent at all; anything else is tried again.
 */
export interface Channel {
  send(message: Outgoing): Promise<void>;
  close(): void;
}

/** The address is wrong, full for ever, or refuses: trying again changes nothing. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** The server, not the message: no attempt was made. */
export class ChannelAway extends Error {
  override readonly name = 'ChannelAway';
}
