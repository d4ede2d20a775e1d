import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import { readConfig } from '#libs/config/config.js';
import { findAddresses } from '../up/instance-card.js';

/** The configuration of the command line: what the environment says, with the addresses of a running instance. */
export async function commandConfig() {
  const config = readConfig({ HOSO_DEMO: 'true', ...process.env });
  return { ...config, ...(await findAddresses(config)) };
}

type CommandConfig = Awaited<ReturnType<typeof commandConfig>>;

/** Works on the log of the running instance (or of MONGODB_URI), and closes it whatever happens. */
export async function withBackbone<T>(
  work: (backbone: Backbone, config: CommandConfig) => Promise<T>,
): Promise<T> {
  const config = await commandConfig();
  const backbone = await openBackbone(config);
  try {
    return await work(backbone, config);
  } finally {
    await backbone.close();
  }
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
