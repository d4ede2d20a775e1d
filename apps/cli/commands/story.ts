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
    .option(
      '--out <file>',
      'where the paper is written (default: <its number>.pdf, of a letter or notice <dossier code>.pdf)',
    )
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
  const { certificateBytes: _, letterBytes: __, noticeBytes: ___, ...rest } = told;
  const papers = await writtenPapers(told, options.out);
  process.stdout.write(options.json ? `${JSON.stringify({ ...rest, ...papers })}\n` : linesOf(papers, told));
}

type Papers = Awaited<ReturnType<typeof writtenPapers>>;

async function writtenPapers(told: ToldStory, out?: string) {
  const { licenceNumber, decisionNumber, dossierCode } = told;
  const number = decisionNumber ?? licenceNumber;
  return {
    certificate: await written(told.certificateBytes, out ?? fileName(number, 'certificate')),
    letter: await written(told.letterBytes, out ?? fileName(dossierCode, 'letter')),
    notice: await written(told.noticeBytes, out ?? fileName(dossierCode, 'notice')),
  };
}

function linesOf({ certificate, letter, notice }: Papers, { decisionNumber }: ToldStory): string {
  const result = decisionNumber === null ? 'certificate' : 'decision';
  return [
    lineOf(result, certificate),
    lineOf('letter', letter),
    lineOf('notice that work stopped', notice),
  ].join('');
}

const lineOf = (what: string, paper: WrittenPaper | null): string =>
  paper ? `\nThe ${what} is in ${paper.path} (SHA-256 ${paper.sha256})\n` : '';

const fileName = (number: string | null, otherwise: string): string =>
  `${number?.replaceAll('/', '-') ?? otherwise}.pdf`;

interface WrittenPaper {
  readonly path: string;
  readonly sha256: string;
}

async function written(bytes: Uint8Array | null, out: string): Promise<WrittenPaper | null> {
  if (!bytes) return null;
  const path = resolve(out);
  await writeFile(path, bytes).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`The story is told, but its paper could not be written (${reason}); see --out`);
  });
  return { path, sha256: createHash('sha256').update(bytes).digest('hex') };
}
