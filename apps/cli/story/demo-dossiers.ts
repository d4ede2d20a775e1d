import { DEMO_PROCEDURE } from './demo-procedures.js';
import { Cast } from './cast.js';
import { fileApplication, licenceApplication, readProcedure } from './filing.js';
import { type Act, scriptOf } from './script.js';
import { Story } from './story.js';

/** How far each demonstration dossier is taken, in acts after filing: one just filed, one being appraised, one at the director. */
const FAR = [0, 3, 7];

/** A few dossiers in different stages, so that an empty office has something to show. Loaded once: a second start finds them. */
export async function loadDemoDossiers(gatewayUrl: string, say: (line: string) => void): Promise<void> {
  const anybody = await Cast.assemble(gatewayUrl, []);
  const clerk = await anybody.person('oneStopClerk');
  const { dossiers } = (await clerk.query('{ dossiers(first: 1) { edges { cursor } } }', {})) as {
    readonly dossiers: { readonly edges: readonly unknown[] };
  };
  if (dossiers.edges.length > 0) return;
  say('loading the demonstration dossiers …');
  const facts = await readProcedure(clerk, DEMO_PROCEDURE);
  const cast = await Cast.assemble(gatewayUrl, facts.agencies);
  const application = await licenceApplication(DEMO_PROCEDURE);
  const script: readonly Act[] = scriptOf('granted');
  for (const acts of FAR) {
    const { filed, supplementPaper } = await fileApplication(await cast.person('applicant'), application);
    const story = new Story(cast, { ...facts, supplementPaper }, { filed, tell: () => undefined });
    await story.play(script.slice(0, acts));
  }
}
