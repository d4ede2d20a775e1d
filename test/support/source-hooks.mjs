/** Lets Node run the TypeScript sources as they are: `node --import ./test/support/source-hooks.mjs test/bench/main.ts`. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const { $schema: _, ...swcrc } = JSON.parse(readFileSync(new URL('../../.swcrc', import.meta.url), 'utf8'));
const options = { ...swcrc, swcrc: false, configFile: false, sourceMaps: 'inline' };

const isOurs = (url) => url.startsWith('file:') && url.endsWith('.ts') && !url.includes('/node_modules/');

process.setSourceMapsEnabled(true);

registerHooks({
  resolve(specifier, context, next) {
    const fromSource = { ...context, conditions: ['source', ...context.conditions] };
    try {
      return next(specifier, fromSource);
    } catch (error) {
      if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !error.url?.endsWith('.js')) throw error;
      return next(`${error.url.slice(0, -'.js'.length)}.ts`, fromSource);
    }
  },
  load(url, context, next) {
    if (!isOurs(url)) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
