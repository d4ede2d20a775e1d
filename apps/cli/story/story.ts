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
  readonly letter: string | null;
  readonly licence: { readonly licenceId: string; readonly text: string } | null;
  readonly slips: readonly { readonly kind: string; readonly path: string }[];
  readonly deliberation: { readonly opinions: readonly { readonly overdueNoted: boolean }[] } | null;
}

/** One act in the dossier's history: of a person, or of the office itself. */
interface Passage {
  readonly position: number;
  readonly stageAfter: string;
  readonly events: readonly { readonly type: string }[];
}

const PAYLOAD = `{ version position refusal { name message { vi en } } }`;
const WAIT_AT_MOST_MS = 120_000;
const LOOK_EVERY_MS = 150;
const LONGEST_STORY = 100;

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
      stage version code outcome certificate letter licence { licenceId text } slips { kind path } deliberation { opinions { overdueNoted } } } }`;
    const { dossier } = await clerk.query(document, { id: this.filed.dossierId, at: this.position });
    return dossier as SeenDossier;
  }

  /** What the dossier went through, as the office's history shows it. */
  async history(): Promise<readonly Passage[]> {
    const clerk = await this.cast.person('oneStopClerk');
    const document = `query ($id: ID!, $at: Int) { dossierHistory(dossierId: $id, first: ${LONGEST_STORY}, atLeastPosition: $at) {
      edges { node { position stageAfter events { type } } } } }`;
    const variables = { id: this.filed.dossierId, at: this.position };
    const { dossierHistory } = (await clerk.query(document, variables)) as {
      readonly dossierHistory: { readonly edges: readonly { readonly node: Passage }[] };
    };
    return dossierHistory.edges.map(({ node }) => node);
  }

  /** What is still done after the last act of a person: a letter sends it on, a licence granted is entered in the register. */
  async end(): Promise<readonly Passage[]> {
    const isEntered = (passages: readonly Passage[]): boolean =>
      passages.some(({ events }) => events.some(({ type }) => type === 'LicenceEntered'));
    const { outcome } = await this.until('the dossier is closed', {
      look: () => this.look(),
      hasCome: ({ stage }) => stage === 'CLOSED',
    });
    return this.until('the licence is entered in the register', {
      look: () => this.history(),
      hasCome: (passages) => outcome !== 'GRANTED' || isEntered(passages),
    });
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
    const seen = await this.until(awaits.because, {
      look: () => this.look(),
      hasCome: (dossier) => hasCome(awaits, dossier),
    });
    this.version = seen.version;
  }

  private async until<Seen>(because: string, { look, hasCome: isThere }: Waiting<Seen>): Promise<Seen> {
    const giveUpAt = performance.now() + WAIT_AT_MOST_MS;
    for (;;) {
      const seen = await look();
      if (isThere(seen)) return seen;
      if (performance.now() > giveUpAt) {
        const { stage } = await this.look();
        throw new CliError(
          `Waited ${WAIT_AT_MOST_MS / 1000} s in vain: ${because}. The dossier is in ${stage}.`,
        );
      }
      await wait(LOOK_EVERY_MS);
    }
  }
}

interface Waiting<Seen> {
  readonly look: () => Promise<Seen>;
  readonly hasCome: (seen: Seen) => boolean;
}

function hasCome({ stage, silence }: NonNullable<Act['awaits']>, seen: SeenDossier): boolean {
  if (stage !== undefined) return seen.stage === stage;
  return silence === true && seen.deliberation?.opinions.some(({ overdueNoted }) => overdueNoted) === true;
}
