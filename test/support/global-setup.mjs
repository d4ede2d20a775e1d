/** Once per run, and only when a test of the project `engines` is selected. */
import './source-hooks.mjs';

export default async function globalSetup() {
  const { startSharedEngines } = await import('./shared-engines.ts');
  await startSharedEngines();
}
