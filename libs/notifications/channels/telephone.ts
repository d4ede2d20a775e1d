import { type Channel, ChannelAway, type Outgoing, Undeliverable } from '../channel.js';

export interface Provider {
  readonly url: string;
  readonly token?: string;
}

const ANSWER_WITHIN_MS = 15_000;
/** The other side refuses this message or number; what it says of our own rights or its own state is something else. */
const REFUSED = [400, 404, 410, 422];
const OUR_OWN_FAULT = [401, 402, 403];
/** Zalo takes no longer text. */
const ZALO_LETTERS = 400;

/** Text messages by a provider's HTTP interface. */
export function openSms(provider: Provider): Channel {
  return openProvider(provider, ({ id, address, short }) => ({
    id,
    to: international(address),
    text: withoutMarks(short),
  }));
}

/** Template messages of a Zalo official account: the approved template has one parameter, the text. */
export function openZalo(provider: Provider): Channel {
  return openProvider(provider, ({ id, address, short }) => ({
    phone: international(address),
    tracking_id: id,
    template_data: { text: short.slice(0, ZALO_LETTERS) },
  }));
}

function openProvider({ url, token }: Provider, bodyOf: (message: Outgoing) => object): Channel {
  return {
    async send(message) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': message.id,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(bodyOf(message)),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      }).catch((error: unknown) => {
        throw new ChannelAway(String(error));
      });
      await response.body?.cancel();
      judge(response.status);
    },
    close: () => undefined,
  };
}

function judge(status: number): void {
  if (REFUSED.includes(status)) throw new Undeliverable(`the provider answered ${status}`);
  if (OUR_OWN_FAULT.includes(status)) throw new ChannelAway(`the provider answered ${status}`);
  if (status >= 300) throw new Error(`the provider answered ${status}`);
}

/** @throws Undeliverable where it is no telephone number of Viet Nam. */
function international(phone: string): string {
  const digits = phone.replace(/[\s.-]/gu, '');
  if (!/^(0|\+?84)\d{9,10}$/u.test(digits)) throw new Undeliverable('this is no telephone number');
  return digits.replace(/^(0|\+?84)/u, '84');
}

/** GSM-7 knows no Vietnamese letters; with them a text message has room for 70 letters instead of 160. */
function withoutMarks(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{Mn}/gu, '');
  return plain.replaceAll('đ', 'd').replaceAll('Đ', 'D').replaceAll('…', '...').replace(/[“”]/gu, '"');
}
