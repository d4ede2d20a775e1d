import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const PRINT = `
  import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
  process.stdout.write(renderGraphiQL({ title: 'Hoso' }));
`;
const LARGEST_BYTES = 32 * 1024 * 1024;

/**
 * The page for trying out queries, with nothing from any address but our own. Nine megabytes of script, so it is made by
 * a process that ends: seldom asked for, it would take a quarter of what the gateway holds in memory.
 */
export async function explorerPage(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', PRINT], {
    cwd: import.meta.dirname,
    maxBuffer: LARGEST_BYTES,
  });
  return stdout;
}
