import type { Command } from 'commander';
import { readConfig } from '#libs/config/config.js';
import { loadDemoDossiers } from '../story/demo-dossiers.js';
import { findAddresses } from '../up/instance-card.js';

export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('file the demonstration dossiers at a running gateway that has no dossier yet')
    .action(demo);
}

async function demo(): Promise<void> {
  const { gatewayUrl } = await findAddresses(readConfig({ HOSO_DEMO: 'true', ...process.env }));
  await loadDemoDossiers(gatewayUrl, (line) => void process.stderr.write(`${line}\n`));
}
