import { type LicenceSight, sightOf, type WorkflowSight } from './workflow-sight.js';
import { Cast } from './cast.js';
import { DEMO_PROCEDURE, HASTY_PROCEDURE } from './demo-procedures.js';
import {
  type Application,
  extensionApplication,
  fileApplication,
  licenceApplication,
  pressApplication,
  readProcedure,
} from './filing.js';
import { EXTENSION_YEARS, scriptOf, type Variant } from './script.js';
import { type SeenDossier, Story, type Step } from './story.js';
import { CliError } from '../cli-error.js';
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
  readonly licenceId: string | null;
  /** Of the licence that was granted, or that a renewal is about. */
  readonly licenceNumber: string | null;
  /** Of the decision about a licence there was already. */
  readonly decisionNumber: string | null;
  readonly outcome: string | null;
  /** Every stage it passed, in order; one that was left and entered again is there twice. */
  readonly stages: readonly string[];
  /** Of the last commit about it in the log. */
  readonly position: number;
  /** How many events the log has of it. */
  readonly events: number;
  readonly certificateBytes: Uint8Array | null;
  /** Of the letter that tells of a denial, or that sent the dossier on. */
  readonly letterBytes: Uint8Array | null;
  /** Of the notice that work on the dossier stopped. */
  readonly noticeBytes: Uint8Array | null;
  /** The licence that a renewal gave more years to. */
  readonly renewed: (LicenceSoFar & { readonly expiredBeforeOn: string }) | null;
  readonly workflow: WorkflowSight | null;
  readonly licenceWorkflow: LicenceSight | null;
  readonly timings: { readonly totalMs: number; readonly steps: readonly Step[] };
}

/** Plays one application over HTTP with the demonstration people, and looks at what became of it; a renewal is played after its licence. */
export async function tellStory(options: StoryOptions): Promise<ToldStory> {
  if (options.variant === 'local-press') return tellOf(await pressApplication(), options);
  if (options.variant !== 'renewal') {
    const procedureId = options.variant === 'opinion-overdue' ? HASTY_PROCEDURE : DEMO_PROCEDURE;
    return tellOf(await licenceApplication(procedureId), options);
  }
  const granted = await tellStory({ ...options, variant: 'granted' });
  const { licenceId } = granted;
  const licence = await licenceBy(licenceId, granted, options);
  const told = await tellOf(await extensionApplication(licence, EXTENSION_YEARS), options, licence);
  const { expiresOn } = await licenceBy(licenceId, told, options);
  options.tell(`Licence ${licence.text}: valid until ${expiresOn} instead of ${licence.expiresOn}`);
  return { ...told, renewed: { ...licence, expiredBeforeOn: licence.expiresOn, expiresOn } };
}

interface LicenceSoFar {
  readonly id: string;
  readonly text: string;
  readonly expiresOn: string;
}

/** The licence that an application led to, as its holder sees it now. */
async function licenceBy(
  id: string | null,
  { position }: ToldStory,
  { gatewayUrl }: StoryOptions,
): Promise<LicenceSoFar> {
  const holder = await (await Cast.assemble(gatewayUrl, [])).person('applicant');
  const document = `query ($id: ID!, $position: Int!) {
    licence(id: $id, atLeastPosition: $position) { id text expiresOn } }`;
  const { licence } = (await holder.query(document, { id, position })) as { licence: LicenceSoFar | null };
  if (!licence) throw new CliError(`The applicant holds no licence ${id}`);
  return licence;
}

async function tellOf(
  application: Application,
  options: StoryOptions,
  about?: LicenceSoFar,
): Promise<ToldStory> {
  const begun = performance.now();
  const { gatewayUrl, temporalAddress, variant } = options;
  const { story, steps, clerk } = await begin(application, options);
  await story.play(scriptOf(variant));
  const passages = await story.end();
  const seen = await story.look();
  const facts = { ...factsOf(story, seen), ...numbersOf(seen, about) };
  const { dossierId, licenceId } = facts;
  const sight = await sightOf(temporalAddress, { dossierId, licenceId: licenceId ?? undefined });
  const paper = (name: 'certificate' | 'letter') =>
    seen[name] === null ? null : clerk.download(`/dossiers/${dossierId}/${name}`);
  const notice = seen.slips.find(({ kind }) => kind === 'STOP');
  options.tell(`\n${facts.dossierCode} at ${gatewayUrl}: ${endingOf(facts)}`);
  return {
    variant,
    ...facts,
    stages: stagesOf(passages),
    position: Math.max(...passages.map(({ position }) => position)),
    events: passages.reduce((count, { events }) => count + events.length, 0),
    certificateBytes: await paper('certificate'),
    letterBytes: await paper('letter'),
    noticeBytes: notice ? await clerk.download(notice.path) : null,
    renewed: null,
    ...sight,
    timings: { totalMs: Math.round(performance.now() - begun), steps },
  };
}

function factsOf({ filed: { dossierId, trackingSecret } }: Story, seen: SeenDossier) {
  const { code: dossierCode, outcome, licence } = seen;
  return { dossierId, dossierCode, trackingSecret, licenceId: licence?.licenceId ?? null, outcome };
}

/** The dossier shows the number that it was given itself: of a licence, or of a decision about one. */
function numbersOf({ licence }: SeenDossier, about?: LicenceSoFar) {
  const given = licence?.text ?? null;
  return about
    ? { licenceNumber: about.text, decisionNumber: given }
    : { licenceNumber: given, decisionNumber: null };
}

function endingOf({
  outcome,
  licenceNumber,
  decisionNumber,
}: Pick<ToldStory, 'outcome' | 'licenceNumber' | 'decisionNumber'>): string {
  if (licenceNumber === null) return `${outcome}`;
  if (decisionNumber === null) return `${outcome}, licence ${licenceNumber}`;
  return `${outcome}, decision ${decisionNumber} about licence ${licenceNumber}`;
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
async function begin(application: Application, { gatewayUrl, tell }: StoryOptions): Promise<Beginning> {
  const begun = performance.now();
  const clerk = await (await Cast.assemble(gatewayUrl, [])).person('oneStopClerk');
  const facts = await readProcedure(clerk, application.procedureId);
  const cast = await Cast.assemble(gatewayUrl, facts.agencies);
  const steps: Step[] = [];
  const note = (step: Step): void => {
    steps.push(step);
    tell(lineOf(step));
  };
  const { filed, supplementPaper } = await fileApplication(await cast.person('applicant'), application);
  const ms = Math.round(performance.now() - begun);
  note({ who: 'demo-applicant', did: 'submitDossier', stage: 'RECEIPT', ms });
  return { story: new Story(cast, { ...facts, supplementPaper }, { filed, tell: note }), steps, clerk };
}

function lineOf({ who, did, stage, ms }: Step): string {
  return `${who.padEnd(18)} ${did.padEnd(24)} → ${stage.toLowerCase().padEnd(14)} ${String(ms).padStart(6)} ms`;
}
