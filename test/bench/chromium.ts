import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Duplex } from 'node:stream';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A program of this machine; undefined when it is not on the path. */
function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
}

/** A browser that is kept open and prints pages, over its own protocol through a pipe: what most offices would use. */
export class Chromium {
  private readonly waiting = new Map<number | string, (result: Answer['result']) => void>();
  private unread = '';
  private asked = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    const answers = child.stdio[4] as Duplex;
    answers.setEncoding('utf8').on('data', (text: string) => this.read(text));
  }

  /** Undefined where there is none on this machine. */
  static async open(): Promise<Chromium | undefined> {
    const program = findProgram(NAMES);
    if (program === undefined) return undefined;
    const folder = await mkdtemp(join(tmpdir(), 'hoso-chromium-'));
    const quiet = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-extensions',
    ];
    const args = [
      ...quiet,
      `--user-data-dir=${folder}`,
      '--remote-debugging-pipe',
      '--allow-file-access-from-files',
    ];
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    return new Chromium(child, folder);
  }

  /** A tab with this page in it, its fonts there. */
  async tab(url: string): Promise<string> {
    const { targetId } = await this.ask('Target.createTarget', { url });
    const { sessionId } = await this.ask('Target.attachToTarget', { targetId, flatten: true });
    const session = String(sessionId);
    const ready = 'document.fonts.ready.then(() => document.fonts.size)';
    await this.ask('Runtime.evaluate', { expression: ready, awaitPromise: true }, session);
    return session;
  }

  /** The page written anew and printed. */
  async print(session: string, html: string): Promise<Uint8Array> {
    const expression = `document.body.innerHTML = ${JSON.stringify(html)}; document.fonts.ready.then(() => 0)`;
    await this.ask('Runtime.evaluate', { expression, awaitPromise: true }, session);
    const printing = { preferCSSPageSize: true, printBackground: false, generateTaggedPDF: true };
    const { data } = await this.ask('Page.printToPDF', printing, session);
    return Buffer.from(String(data), 'base64');
  }

  async close(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill();
    await gone;
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private ask(
    method: string,
    params: object,
    sessionId?: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    this.asked += 1;
    const id = this.asked;
    const request = { id, method, params, ...(sessionId === undefined ? {} : { sessionId }) };
    (this.child.stdio[3] as Duplex).write(`${JSON.stringify(request)}\0`);
    return new Promise((resolve) => {
      this.waiting.set(id, (result) => resolve(result ?? {}));
    });
  }

  private read(text: string): void {
    const messages = `${this.unread}${text}`.split('\0');
    this.unread = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result } = JSON.parse(message) as Answer;
      if (id === undefined) continue;
      this.waiting.get(id)?.(result);
      this.waiting.delete(id);
    }
  }
}
