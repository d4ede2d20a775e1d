import { setSourceMapsSupport } from 'node:module';

/**
 * To be imported before anything else: stack traces name our own TypeScript. `--enable-source-maps` would keep the maps of every
 * package in memory too.
 */
setSourceMapsSupport(true, { nodeModules: false });
