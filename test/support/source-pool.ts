import { type PoolSettings, RenderPool } from '#libs/documents/render-pool.js';

const HOOKS = new URL('./source-hooks.mjs', import.meta.url).href;

/** The pool as production has it, its threads reading the sources as they are. */
export function sourcePool(settings: Omit<PoolSettings, 'execArgv'> = {}): RenderPool {
  return new RenderPool({ ...settings, execArgv: ['--import', HOOKS] });
}
