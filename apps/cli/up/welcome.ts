import { join } from 'node:path';
import type { Config } from '#libs/config/config.js';
import { get } from './get.js';
import type { Instance } from './instance.js';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: { readonly vi: string; readonly en: string };
}

/** Where everything is, and who can sign in: what somebody needs who has just started Hoso. */
export async function welcome(config: Config, instance: Instance, seconds: number): Promise<string> {
  const { gatewayUrl, engines } = instance;
  const people = config.demonstration ? await demoPeople(gatewayUrl) : [];
  const lines = [
    '',
    `Hoso is ready after ${seconds.toFixed(1)} s.`,
    '',
    `  GraphQL and its explorer   ${gatewayUrl}/graphql`,
    `  Health                     ${gatewayUrl}/health/ready`,
    ...(engines.temporalUiUrl === undefined ? [] : [`  Temporal                   ${engines.temporalUiUrl}`]),
    ...(config.demonstration && config.notifications.smtpUrl === undefined
      ? [`  Mails to people            ${join(config.dataDir, 'mail')}`]
      : []),
    `  Data                       ${config.dataDir}`,
    ...(people.length === 0 ? [] : ['', '  Demonstration people, signed in without a password:']),
    ...people.map(
      ({ id, name, title }) => `    ${id.padEnd(24)} ${name.padEnd(18)} ${title.vi} (${title.en})`,
    ),
    '',
    '  Play one application to its certificate: npm run -s hoso -- story',
    '  Ctrl-C stops everything; all data is kept.',
    '',
  ];
  return lines.join('\n');
}

async function demoPeople(gatewayUrl: string): Promise<readonly Person[]> {
  const { people } = JSON.parse(await get(`${gatewayUrl}/demo/people`)) as {
    readonly people: readonly Person[];
  };
  return people;
}
