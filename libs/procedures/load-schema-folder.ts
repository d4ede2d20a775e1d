import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `schemas/<name>` of the project, found from the source and from the built files alike. */
export function schemaFolder(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('No package.json above the program: the schemas cannot be found');
    folder = parent;
  }
  return join(folder, 'schemas', name);
}

export interface SchemaFile {
  /** `aggregated-news-licence@2018-04-15`. */
  readonly key: string;
  readonly text: string;
}

/** The versioned files of a folder, `<id>@<version>.json`, by name. Other files are none of them. */
export async function readVersions(folder: string): Promise<readonly SchemaFile[]> {
  const names = (await readdir(folder)).filter((name) => /^[^@]+@[^@]+\.json$/u.test(name));
  return Promise.all(
    names.toSorted().map(async (name) => ({
      key: name.slice(0, -'.json'.length),
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}
