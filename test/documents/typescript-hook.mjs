import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/** Lets a child process run the sources as they are: a `.js` specifier is found as `.ts` and compiled on the way. */
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      const source = sourceOf(error);
      if (source === undefined) throw error;
      return { url: source, format: 'module', shortCircuit: true };
    }
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

function sourceOf(error) {
  const url = error.url?.replace(/\.js$/u, '.ts');
  return url !== undefined && existsSync(new URL(url)) ? url : undefined;
}
