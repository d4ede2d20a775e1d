import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Backbone, openBackbone } from '#libs/backbone/backbone.js';
import type { CommandAnswer } from '#libs/commands/answer.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { key, submitted } from './support/filing.js';
import { type Office, openOffice } from './support/office.js';

const clerk = { id: 'demo-clerk', roles: ['oneStopClerk'], agency: 'H21.12' };
const DOSSIERS = 12;
const IN_TURN = 6;

let office: Office;
let second: Backbone;
beforeAll(async () => {
  office = await openOffice();
  second = await openBackbone(office.settings);
});
afterAll(async () => {
  await second.close();
  await office.close();
});

const accept = ({ commands }: Backbone, id: string): Promise<CommandAnswer> =>
  commands.dossier({
    id: id as DossierId,
    command: { type: 'acceptDossier', data: {} },
    idempotencyKey: key(),
    actor: clerk,
    correlationId: 'registers',
  });

it('two processes that accept in turn and at once give every code of the day once and leave none out, whatever is refused in between', async () => {
  const applicant = await office.as('demo-applicant');
  const ids: string[] = [];
  for (let n = 0; n < DOSSIERS; n += 1) ids.push((await submitted(applicant)).dossierId);
  const acceptTwice = async (id: string, index: number) => {
    const backbone = Math.floor(index / 2) % 2 === 0 ? office.backbone : second;
    return [await accept(backbone, id), await accept(backbone, id)];
  };
  const inTurn: CommandAnswer[] = [];
  for (const [index, id] of ids.slice(0, IN_TURN).entries()) inTurn.push(...(await acceptTwice(id, index)));
  const atOnce = await Promise.all(ids.slice(IN_TURN).map(acceptTwice));
  const answers = [...inTurn, ...atOnce.flat()];
  const accepted = answers.flatMap((answer) => (answer.outcome === 'done' ? answer.events : []));
  const codes = accepted.map(({ data: { code } }) => typeof code === 'string' && code.slice(-4));
  const expected = Array.from({ length: DOSSIERS }, (_, n) => String(n + 1).padStart(4, '0'));
  expect(codes).toHaveLength(DOSSIERS);
  expect(new Set(codes)).toStrictEqual(new Set(expected));
  expect(answers.filter(({ outcome }) => outcome === 'refused')).toHaveLength(DOSSIERS);
});
