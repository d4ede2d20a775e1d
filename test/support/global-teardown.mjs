import './source-hooks.mjs';

export default async function globalTeardown() {
  const { stopSharedEngines } = await import('./shared-engines.ts');
  await stopSharedEngines();
}
