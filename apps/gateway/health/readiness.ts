import { ReadModelMissing } from '#libs/projections/live-models.js';

/** One thing the gateway needs; says what is wrong with it, or nothing. */
export interface Need {
  readonly name: string;
  missing(): Promise<string | undefined>;
}

export interface Readiness {
  readonly ready: boolean;
  /** By name of the need: `ok`, or what is missing. */
  readonly needs: Readonly<Record<string, string>>;
}

const PATIENCE_MS = 2000;

export async function readinessOf(needs: readonly Need[]): Promise<Readiness> {
  const answers = await Promise.all(
    needs.map(async (need) => [need.name, (await ask(need)) ?? 'ok'] as const),
  );
  return { ready: answers.every(([, answer]) => answer === 'ok'), needs: Object.fromEntries(answers) };
}

async function ask(need: Need): Promise<string | undefined> {
  const late = new Promise<string>((resolve) => {
    setTimeout(() => resolve('does not answer'), PATIENCE_MS).unref();
  });
  const answer = need.missing().catch(sayFault);
  return Promise.race([answer, late]);
}

function sayFault(error: unknown): string {
  return error instanceof ReadModelMissing
    ? 'have not been built yet: is the projector running?'
    : 'cannot be reached';
}
