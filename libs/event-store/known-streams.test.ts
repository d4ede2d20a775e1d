import { expect, it } from '@jest/globals';
import type { Commit } from './commit.js';
import { KnownStreams } from './known-streams.js';

const commits = (count: number): readonly Commit[] =>
  Array.from({ length: count }, (_, n) => ({ n: n + 1 }) as Commit);

it('two thousand commits are held at most: what was not read for the longest goes first', () => {
  const known = new KnownStreams();
  for (const stream of ['dossier/1', 'dossier/2', 'dossier/1', 'dossier/3']) known.keep(stream, commits(900));
  const held = (stream: string) => known.beginningOf(stream).length;
  expect([held('dossier/1'), held('dossier/2'), held('dossier/3')]).toStrictEqual([900, 0, 900]);
  known.keep('dossier/4', commits(2_001));
  expect([held('dossier/4'), held('dossier/3')]).toStrictEqual([0, 900]);
  known.keep('dossier/1', commits(1_000));
  known.keep('dossier/5', commits(100));
  expect([held('dossier/1'), held('dossier/3'), held('dossier/5')]).toStrictEqual([1_000, 900, 100]);
});
