/**
 * The picture in ARCHITECTURE.md: which folder imports which, drawn from the code itself between the two markers.
 * Without arguments it says whether the picture is stale; `--write` draws it anew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { inRoot, sourceFolders } from './folders.mjs';
import { listFiles } from './sources.mjs';

export const BEGIN = '<!-- picture: begin (node docker/host/architecture-picture.mjs --write) -->';
export const END = '<!-- picture: end -->';

const IMPORT = /^\s*(?:import|export)\s(type\s)?[^;]*?from\s+'([^']+)'/gm;
/** Everything stands on the kernel; its arrows would hide the rest. */
const UNDRAWN = 'libs/kernel';

const boxOf = (file) =>
  file
    .split('/')
    .slice(0, /^(apps|libs)\//.test(file) ? 2 : 1)
    .join('/');
const byName = (one, other) => one.localeCompare(other, 'en');
const idOf = (box) => box.replaceAll('/', '_');

/** The arrows of some files, given as `{ file, text }`; dotted where only types are imported. */
export function arrowsOf(files) {
  const isDotted = new Map();
  const imports = files.flatMap(({ file, text }) =>
    [...text.matchAll(IMPORT)].map(([, type, what]) => ({ file, type, what })),
  );
  for (const { file, type, what } of imports) {
    const edge = edgeOf(file, what);
    if (edge !== undefined) isDotted.set(edge, type !== undefined && isDotted.get(edge) !== false);
  }
  return [...isDotted]
    .map(([edge, dotted]) => `  ${edge.replace(' ', dotted ? ' -.-> ' : ' --> ')}`)
    .sort(byName);
}

function edgeOf(file, specifier) {
  if (!/^[#.]/.test(specifier)) return undefined;
  const target = specifier.startsWith('#') ? specifier.slice(1) : posix.join(posix.dirname(file), specifier);
  const [from, to] = [boxOf(file), boxOf(target)];
  return from === to || to === UNDRAWN ? undefined : `${idOf(from)} ${idOf(to)}`;
}

/** The same picture for the same files, whatever their order. */
export function drawPicture(files) {
  const all = new Set(files.map(({ file }) => boxOf(file)));
  const boxes = [...all].filter((box) => box !== UNDRAWN).sort(byName);
  const group = (name) => [
    `  subgraph ${name}`,
    ...boxes
      .filter((box) => box.startsWith(`${name}/`))
      .map((box) => `    ${idOf(box)}[${box.slice(name.length + 1)}]`),
    '  end',
  ];
  const alone = boxes.filter((box) => !box.includes('/')).map((box) => `  ${box}`);
  return [
    '```mermaid',
    'flowchart TD',
    ...group('apps'),
    ...alone,
    ...group('libs'),
    ...arrowsOf(files),
    '```',
  ].join('\n');
}

async function main() {
  const names = (await Promise.all(sourceFolders.map(listFiles))).flat();
  const sources = names.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const files = await Promise.all(
    sources.map(async (file) => ({ file, text: await readFile(inRoot(file), 'utf8') })),
  );
  const page = await readFile(inRoot('ARCHITECTURE.md'), 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error('ARCHITECTURE.md lacks the markers of the picture');
  const fresh = `${before}${BEGIN}\n\n${drawPicture(files)}\n\n${END}${after}`;
  if (argv.includes('--write')) await writeFile(inRoot('ARCHITECTURE.md'), fresh);
  else if (fresh !== page) {
    process.stdout.write(
      'The picture in ARCHITECTURE.md is stale: node docker/host/architecture-picture.mjs --write\n',
    );
    process.exitCode = 1;
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) await main();
