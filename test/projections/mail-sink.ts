import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailSink {
  readonly url: string;
  /** Mails that were taken over, as they came. */
  readonly mails: ParsedMail[];
  readonly sources: string[];
  /** Addresses that do not exist. */
  readonly bouncing: Set<string>;
  /** Resolves when so many mails were taken over. */
  tookOver(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A real mail server that keeps what it is given. `onMail` runs after a mail was kept, before that is said to the sender. */
export async function openMailSink(
  onMail: () => void | Promise<void> = () => undefined,
  atPort = 0,
): Promise<MailSink> {
  const mails: ParsedMail[] = [];
  const sources: string[] = [];
  const bouncing = new Set<string>();
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, answer) {
      const unknown = Object.assign(new Error('mailbox unavailable'), { responseCode: 550 });
      answer(bouncing.has(address) ? unknown : undefined);
    },
    onData(stream, _session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString();
        sources.push(source);
        simpleParser(source)
          .then(async (mail) => {
            mails.push(mail);
            await onMail();
            for (const look of waiting) look();
            return answer();
          })
          .catch((error: Error) => answer(error));
      });
    },
  });
  server.listen(atPort, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    sources,
    bouncing,
    tookOver: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (mails.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
