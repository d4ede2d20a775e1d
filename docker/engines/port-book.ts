import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertPortFree, freePort, isPortFree } from './ports.js';

export interface PortBook {
  /** As asked for (`portTaken` when it is not free), else the same as last time, else any free one. */
  choose(what: string, fixed: number | undefined): Promise<number>;
  /** Writes down what was chosen, so that the next start has the same addresses. */
  remember(): Promise<void>;
}

/** The ports of one data folder. */
export async function openPortBook(dataDir: string): Promise<PortBook> {
  const file = join(dataDir, 'ports.json');
  const ports = await readPorts(file);
  const sameAsBefore = async (what: string): Promise<number | undefined> => {
    const port = ports.get(what);
    return port !== undefined && (await isPortFree(port)) ? port : undefined;
  };
  return {
    async choose(what, fixed) {
      if (fixed !== undefined) await assertPortFree(fixed, what);
      const port = fixed ?? (await sameAsBefore(what)) ?? (await freePort());
      ports.set(what, port);
      return port;
    },
    remember: () => writeFile(file, `${JSON.stringify(Object.fromEntries(ports))}\n`),
  };
}

/** A file that cannot be read is as good as none: other ports are chosen. */
async function readPorts(file: string): Promise<Map<string, number>> {
  try {
    const entries = Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>);
    return new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
  } catch {
    return new Map();
  }
}
