import { setTimeout as wait } from 'node:timers/promises';
import { CliError } from '../cli-error.js';
import type { GatewayClient } from '../gateway-client.js';
import type { Filed } from './filing.js';
import type { Cast } from './cast.js';
import type { Act, StoryFacts } from './script.js';

/** What a step did, as the story tells it. */
export interface Step {
  readonly who: string;
  readonly did: string;
  readonly stage: string;
  readonly ms: number;
}

interface Payload {
  readonly version: number | null;
  readonly position: number | null;
  readonly refusal: { readonly name: string; readonly message: { readonly en: string } } | null;
}

export interface SeenDossier {
  readonly stage: string;
  readonly version: number;
  readonly code: string | null;
  readonly outcome: string | null;
  readonly certificate: string | null;
  readonly licence: { readonly licenceId: string; readonly text: string } | null;
  readonly deliberation: { readonly opinions: readonly { readonly overdueNoted: boolean }[] } | null;
}

const PAYLOAD = `{ version position refusal { name message { vi en } } }`;
const WAIT_AT_MOST_MS = 120_000;
const LOOK_EVERY_MS = 150;

/** Plays acts on one dossier, one after the other, each by the person of the role. */
export class Story {
  private version: number;
  private position: number;

  readonly filed: Filed;
  private readonly tell: (step: Step) => void;

  constructor(
    private readonly cast: Cast,
    private readonly facts: StoryFacts,
    { filed, tell }: { readonly filed: Filed; readonly tell: (step: Step) => void },
  ) {
    this.filed = filed;
    this.tell = tell;
    this.version = filed.version;
    this.position = filed.position;
  }

  async play(acts: readonly Act[]): Promise<void> {
    for (const act of acts) await this.act(act);
  }

  /** The dossier as its applicant's office sees it, not older than what this story last did. */
  async look(): Promise<SeenDossier> {
    const clerk = await this.cast.person('oneStopClerk');
    const document = `query ($id: ID!, $at: Int) { dossier(id: $id, atLeastPosition: $at) {
      stage version code outcome certificate licence { licenceId text } deliberation { opinions { overdueNoted } } } }`;
    const { dossier } = await clerk.query(document, { id: this.filed.dossierId, at: this.position });
    return dossier as SeenDossier;
  }

  private async act(act: Act): Promise<void> {
    const begun = performance.now();
    await this.await(act);
    const person = await this.cast.person(act.who);
    await this.give(person, act);
    const { stage } = await this.look();
    this.tell({ who: person.person, did: act.mutation, stage, ms: Math.round(performance.now() - begun) });
  }

  private async give(person: GatewayClient, act: Act): Promise<void> {
    const { dossierId } = this.filed;
    const input = {
      dossierId,
      idempotencyKey: `story-${act.mutation}-${this.version}-${dossierId}`.slice(0, 128),
      expectedVersion: this.version,
      ...act.input(this.facts),
    };
    const document = `mutation ($input: ${act.inputType}!) { ${act.mutation}(input: $input) ${PAYLOAD} }`;
    const answer = (await person.query(document, { input }))[act.mutation] as Payload;
    if (answer.refusal)
      throw new CliError(`${act.mutation} was refused: ${answer.refusal.name}: ${answer.refusal.message.en}`);
    this.version = answer.version ?? this.version;
    this.position = answer.position ?? this.position;
  }

  /** Some acts wait for what time or a worker brings: the certificate, a note that an opinion is overdue. */
  private async await(act: Act): Promise<void> {
    const { awaits } = act;
    if (!awaits) return;
    const giveUpAt = performance.now() + WAIT_AT_MOST_MS;
    for (let seen = await this.look(); !hasCome(awaits, seen); seen = await this.look()) {
      if (performance.now() > giveUpAt) {
        throw new CliError(
          `Waited ${WAIT_AT_MOST_MS / 1000} s in vain: ${awaits.because}. The dossier is in ${seen.stage}.`,
        );
      }
      await wait(LOOK_EVERY_MS);
    }
    this.version = (await this.look()).version;
  }
}

function hasCome({ stage, silence }: NonNullable<Act['awaits']>, seen: SeenDossier): boolean {
  if (stage !== undefined) return seen.stage === stage;
  return silence === true && seen.deliberation?.opinions.some(({ overdueNoted }) => overdueNoted) === true;
}
