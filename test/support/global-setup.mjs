/** Once per run, and only when a test of the project `engines` is selected. */
import './source-hooks.mjs';

export default async function globalSetup() {
  const { startSharedEngines } = await import('./shared-engines.ts');
  try {
    await startSharedEngines();
  } catch (error) {
    // Jest prints the stack; for a server that is not to be had, the sentence is all that helps.
    if (error?.name === 'EngineError') error.stack = `EngineError: ${error.message}`;
    throw error;
  }
}
