import type { WorkflowSight } from './workflow-sight.js';
import { sightOf } from './workflow-sight.js';
import { Cast } from './cast.js';
import { DEMO_PROCEDURE, HASTY_PROCEDURE } from './demo-procedures.js';
import { fileApplication, readProcedure } from './filing.js';
import { scriptOf, type Variant } from './script.js';
import { Story, type Step } from './story.js';

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
  readonly licenceNumber: string | null;
  readonly outcome: string | null;
  readonly stages: readonly string[];
  readonly events: number;
  readonly certificateBytes: Uint8Array | null;
  readonly workflow: WorkflowSight | null;
  readonly licenceWorkflow: { readonly id: string; readonly nextReminderOn: string | null } | null;
  readonly timings: { readonly totalMs: number; readonly steps: readonly Step[] };
}

/** Plays one application over HTTP with the demonstration people, and looks at what became of it. */
export async function tellStory({
  gatewayUrl,
  temporalAddress,
  variant,
  tell,
}: StoryOptions): Promise<ToldStory> {
  const begun = performance.now();
  const procedure = variant === 'opinion-overdue' ? HASTY_PROCEDURE : DEMO_PROCEDURE;
  const clerk = await (await Cast.assemble(gatewayUrl, [])).person('oneStopClerk');
  const facts = await readProcedure(clerk, procedure);
  const cast = await Cast.assemble(gatewayUrl, facts.agencies);
  const steps: Step[] = [];
  const { filed, supplementPaper } = await fileApplication(await cast.person('applicant'), procedure);
  const filing = {
    who: 'applicant',
    did: 'submitDossier',
    stage: 'RECEIPT',
    ms: Math.round(performance.now() - begun),
  };
  steps.push(filing);
  tell(lineOf(filing));
  const story = new Story(
    cast,
    { ...facts, supplementPaper },
    {
      filed,
      tell: (step) => {
        steps.push(step);
        tell(lineOf(step));
      },
    },
  );
  await story.play(scriptOf(variant));
  const seen = await story.look();
  const sight = await sightOf(temporalAddress, {
    dossierId: filed.dossierId,
    licenceId: seen.licence?.licenceId,
  });
  tell(
    `\n${seen.code ?? filed.dossierId}: ${seen.outcome ?? seen.stage}${seen.licence ? `, licence ${seen.licence.text}` : ''}`,
  );
  return {
    variant,
    dossierId: filed.dossierId,
    dossierCode: seen.code,
    licenceNumber: seen.licence?.text ?? null,
    outcome: seen.outcome,
    stages: [...new Set(steps.map(({ stage }) => stage.toLowerCase()))],
    events: seen.version,
    certificateBytes:
      seen.certificate === null ? null : await clerk.download(`/dossiers/${filed.dossierId}/certificate`),
    ...sight,
    timings: { totalMs: Math.round(performance.now() - begun), steps },
  };
}

function lineOf({ who, did, stage, ms }: Step): string {
  return `${who.padEnd(18)} ${did.padEnd(24)} → ${stage.toLowerCase().padEnd(14)} ${String(ms).padStart(6)} ms`;
}
