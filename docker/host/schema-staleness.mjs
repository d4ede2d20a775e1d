/** The GraphQL schema is generated from the code and committed; both must say the same. */
import { readFile } from 'node:fs/promises';
import { runQuietly } from './child.mjs';
import { inRoot } from './folders.mjs';

const committed = await readFile(inRoot('schemas/graphql/schema.graphql'), 'utf8').catch(() => '');
const { code, output } = await runQuietly(process.execPath, [inRoot('dist/apps/gateway/print-schema.js')]);
const isSame = code === 0 && output.trim() === committed.trim();
if (!isSame) {
  process.stdout.write(
    code === 0
      ? 'schemas/graphql/schema.graphql is stale: write the output of dist/apps/gateway/print-schema.js to it\n'
      : output,
  );
  process.exitCode = 1;
}
