import { type LicenceSight, sightOf, type WorkflowSight } from './workflow-sight.js';
import { Cast } from './cast.js';
import { DEMO_PROCEDURE, HASTY_PROCEDURE } from './demo-procedures.js';
import { fileApplication, readProcedure } from './filing.js';
import { scriptOf, type Variant } from './script.js';
import { Story, type Step } from './story.js';
import type { GatewayClient } from '../gateway-client.js';

export interface StoryOptions {
  readonly gatewayUrl: string;
  readonly temporalAddress: string;
  readonly variant: Variant;
  /** Told every line of the story as it happens. */
  readonly tell: (line: string) => void;
}

/** What one application led to; the certificate's bytes come beside it. */
export interface ToldStory {
  readonly variant: Variant;
  readonly dossierId: string;
  readonly dossierCode: string | null;
  /** With the code, what the applicant tracks the dossier by without a sign-in. */
  readonly trackingSecret: string;
  readonly licenceNumber: string | null;
  readonly outcome: string | null;
  /** Every stage it passed, in order; one that was left and entered again is there twice. */
  readonly stages: readonly string[];
  /** How many events the log has of it. */
  readonly events: number;
  readonly certificateBytes: Uint8Array | null;
  readonly workflow: WorkflowSight | null;
  readonly licenceWorkflow: LicenceSight | null;
  readonly timings: { readonly totalMs: number; readonly steps: readonly Step[] };
}

/** Plays one application over HTTP with the demonstration people, and looks at what became of it. */
export async function tellStory(options: StoryOptions): Promise<ToldStory> {
  const begun = performance.now();
  const { gatewayUrl, temporalAddress, variant } = options;
  const { story, steps, clerk } = await begin(options);
  await story.play(scriptOf(variant));
  const seen = await story.look();
  const passages = await story.end();
  const { dossierId, trackingSecret } = story.filed;
  const sight = await sightOf(temporalAddress, { dossierId, licenceId: seen.licence?.licenceId });
  const certificate = seen.certificate && (await clerk.download(`/dossiers/${dossierId}/certificate`));
  options.tell(
    `\n${seen.code} at ${gatewayUrl}: ${seen.outcome}${seen.licence ? `, licence ${seen.licence.text}` : ''}`,
  );
  return {
    variant,
    dossierId,
    dossierCode: seen.code,
    trackingSecret,
    licenceNumber: seen.licence?.text ?? null,
    outcome: seen.outcome,
    stages: stagesOf(passages),
    events: passages.reduce((count, { events }) => count + events.length, 0),
    certificateBytes: certificate === '' ? null : certificate,
    ...sight,
    timings: { totalMs: Math.round(performance.now() - begun), steps },
  };
}

function stagesOf(passages: Awaited<ReturnType<Story['history']>>): readonly string[] {
  const stages = passages.map(({ stageAfter }) => stageAfter.toLowerCase());
  return stages.filter((stage, index) => stage !== stages[index - 1]);
}

interface Beginning {
  readonly story: Story;
  /** Filled as the story goes on. */
  readonly steps: readonly Step[];
  readonly clerk: GatewayClient;
}

/** Reads the procedure, calls the people together, and files the application. */
async function begin({ gatewayUrl, variant, tell }: StoryOptions): Promise<Beginning> {
  const begun = performance.now();
  const procedure = variant === 'opinion-overdue' ? HASTY_PROCEDURE : DEMO_PROCEDURE;
  const clerk = await (await Cast.assemble(gatewayUrl, [])).person('oneStopClerk');
  const facts = await readProcedure(clerk, procedure);
  const cast = await Cast.assemble(gatewayUrl, facts.agencies);
  const steps: Step[] = [];
  const note = (step: Step): void => {
    steps.push(step);
    tell(lineOf(step));
  };
  const { filed, supplementPaper } = await fileApplication(await cast.person('applicant'), procedure);
  const ms = Math.round(performance.now() - begun);
  note({ who: 'demo-applicant', did: 'submitDossier', stage: 'RECEIPT', ms });
  return { story: new Story(cast, { ...facts, supplementPaper }, { filed, tell: note }), steps, clerk };
}

function lineOf({ who, did, stage, ms }: Step): string {
  return `${who.padEnd(18)} ${did.padEnd(24)} → ${stage.toLowerCase().padEnd(14)} ${String(ms).padStart(6)} ms`;
}
