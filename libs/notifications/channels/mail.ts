import type { SendMailOptions } from 'nodemailer';
import { type Channel, ChannelAway, type Outgoing, Undeliverable } from '../channel.js';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly smtpUrl: string;
  readonly from: string;
}

const ANSWER_WITHIN_MS = 30_000;

/** E-mail over SMTP. The library is loaded with the first message. */
export function openMail({ smtpUrl, from }: MailSettings): Channel {
  const opening = once(async () => {
    const { createTransport } = await import('nodemailer');
    const timeouts = { connectionTimeout: ANSWER_WITHIN_MS, socketTimeout: ANSWER_WITHIN_MS };
    return createTransport({ url: smtpUrl, ...timeouts });
  });
  return {
    async send(message) {
      const transport = await opening.value();
      await transport.sendMail(mailOf(message, from)).catch((error: unknown) => {
        throw judged(error);
      });
    },
    close: () => void opening.opened()?.then((transport) => transport.close()),
  };
}

/** `Message-ID` is the key of the message: a mail that is sent again after a crash can be told from a new one. */
export function mailOf(
  { id, address, subject, text, html, unsubscribeUrl }: Outgoing,
  from: string,
): SendMailOptions {
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/u, '');
  const common = { from, to: address, subject, text, html, messageId: `<${id}@${domain}>` };
  const headers = { 'Auto-Submitted': 'auto-generated' };
  if (unsubscribeUrl === undefined) return { ...common, headers };
  // RFC 8058: one click, without a page in between.
  const oneClick = {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  return { ...common, headers: { ...headers, ...oneClick } };
}

interface SmtpFault {
  readonly responseCode?: number;
  readonly command?: string;
  readonly message: string;
}

/** A server that refuses the sender or the password says nothing about the receiver. */
function judged(error: unknown): Error {
  const { responseCode, command, message } = error as SmtpFault;
  const aboutMessage = command === 'RCPT TO' || command === 'DATA';
  if (!aboutMessage || responseCode === undefined) return new ChannelAway(message);
  return responseCode >= 500 ? new Undeliverable(message) : new Error(message);
}

function once<T>(make: () => Promise<T>) {
  let made: Promise<T> | undefined;
  return { value: () => (made ??= make()), opened: () => made };
}
