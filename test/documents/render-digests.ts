import { papers } from './papers.js';

/** Prints the digest of every paper as this Node renders it, by the name of its golden file; `other-node.mjs` compares. */
const digests: Record<string, string> = {};
for (const [name, { facts, render }] of papers) digests[name] = (await render(facts)).sha256;
process.stdout.write(JSON.stringify(digests));
