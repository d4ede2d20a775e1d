import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { readConfig } from '#libs/config/config.js';
import { CliError } from '../cli-error.js';
import { tellStory, type ToldStory } from '../story/tell-story.js';
import { isVariant, variants } from '../story/script.js';
import { findAddresses } from '../up/instance-card.js';

interface StoryOptions {
  readonly variant: string;
  readonly json: boolean;
  readonly url?: string;
  readonly out?: string;
}

export function addStoryCommand(program: Command): void {
  program
    .command('story')
    .description('play one application from filing to certificate over HTTP against a running gateway')
    .addOption(new Option('--variant <name>', 'how it goes').choices(variants).default('granted'))
    .option('--url <url>', 'address of the gateway (default: the running instance of this data folder)')
    .option('--out <file>', 'where the certificate is written (default: <licence number>.pdf)')
    .option('--json', 'print the result as JSON only', false)
    .action(story);
}

async function story(options: StoryOptions): Promise<void> {
  if (!isVariant(options.variant)) throw new CliError(`There is no variant ${options.variant}`);
  const addresses = await findAddresses(readConfig({ HOSO_DEMO: 'true', ...process.env }));
  const told = await tellStory({
    gatewayUrl: options.url ?? addresses.gatewayUrl,
    temporalAddress: addresses.temporalAddress,
    variant: options.variant,
    tell: options.json ? () => undefined : (line) => process.stdout.write(`${line}\n`),
  });
  const certificate = await writeCertificate(told, options.out);
  const { certificateBytes: _, ...rest } = told;
  if (options.json) process.stdout.write(`${JSON.stringify({ ...rest, certificate })}\n`);
  else if (certificate)
    process.stdout.write(`\nThe certificate is in ${certificate.path} (SHA-256 ${certificate.sha256})\n`);
}

async function writeCertificate(
  { certificateBytes, licenceNumber }: ToldStory,
  out: string | undefined,
): Promise<{ readonly path: string; readonly sha256: string } | null> {
  if (!certificateBytes) return null;
  const path = resolve(out ?? `${licenceNumber?.replaceAll('/', '-') ?? 'certificate'}.pdf`);
  await writeFile(path, certificateBytes).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`The story is told, but its certificate could not be written (${reason}); see --out`);
  });
  return { path, sha256: createHash('sha256').update(certificateBytes).digest('hex') };
}
