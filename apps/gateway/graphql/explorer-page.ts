import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DemoPerson } from '../demo-people.js';
import { exampleQueries, signInBar } from './explorer-sign-in.js';

const PRINT = `
  import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
  process.stdout.write(renderGraphiQL(JSON.parse(process.argv[1])));
`;
const LARGEST_BYTES = 32 * 1024 * 1024;
/** Where GraphiQL draws itself; it stands once in the page. */
const ROOT = '<div id="root"></div>';

/**
 * The page for trying out queries, with nothing from any address but our own, and a bar to sign in by. Nine megabytes of script,
 * so it is made by a process that ends: seldom asked for, it would take a quarter of what the gateway holds in memory.
 */
export async function explorerPage(people: readonly DemoPerson[]): Promise<string> {
  const options = JSON.stringify({ title: 'Hoso', defaultQuery: exampleQueries });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', PRINT, options],
    { cwd: import.meta.dirname, maxBuffer: LARGEST_BYTES },
  );
  return stdout.replace(ROOT, () => `${signInBar(people)}${ROOT}`);
}
