import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channel } from '../channel.js';
import { mailOf } from './mail.js';

/** Writes mails where the operator of a demonstration can open them, as a mail server would have got them. */
export function openMailFolder(folder: string, from: string): Channel {
  return {
    async send(message) {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
      const { message: bytes } = await transport.sendMail(mailOf(message, from));
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${message.id}.eml`);
      await writeFile(`${path}.part`, bytes as Buffer);
      await rename(`${path}.part`, path);
    },
    close: () => undefined,
  };
}
