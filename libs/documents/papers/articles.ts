import type { Block, Run } from '../layout/block.js';
import { A4 } from './measures.js';
import { bodyText, centred, punctuated, run } from './official-parts.js';
import { glued } from './vietnamese.js';

/** An article: its opening sentence, then clauses, each with points; or a table. */
export interface Article {
  readonly opening: string;
  readonly clauses: readonly Clause[];
  readonly table?: Block;
}

export interface Clause {
  readonly text: string;
  readonly points: readonly string[];
}

export const alone = (text: string): Clause => ({ text, points: [] });

/** Who decides, and on which grounds: one to a line, in italics (Decree 30/2020 Annex I, cell 6). */
export function groundBlocks(decider: string | undefined, lines: readonly string[]): Block[] {
  return [
    ...(decider ? [centred(decider.toUpperCase(), { face: 'bold', size: A4.body }, { spaceBefore: 6 })] : []),
    ...punctuated(lines).map((line) => bodyText([run(line, 'italic', A4.body)], A4)),
  ];
}

/** "QUYẾT ĐỊNH:" between the grounds and the articles. */
export function decidesBlock(text: string): Block {
  return centred(text, { face: 'bold', size: A4.body }, { spaceBefore: 12, keepWithNext: true });
}

export function articleBlocks(article: Article, index: number): Block[] {
  const opening: Run[] = [
    run(`${glued(`Điều ${index + 1}.`)} `, 'bold', A4.body),
    run(article.opening, 'regular', A4.body),
  ];
  const goesOn = article.clauses.length > 0 || article.table !== undefined;
  return [
    { ...bodyText(opening, A4), keepWithNext: goesOn },
    ...(article.table ? [article.table] : []),
    ...article.clauses.flatMap((clause, number) => clauseBlocks(clause, number + 1)),
  ];
}

function clauseBlocks(clause: Clause, number: number): Block[] {
  return [
    {
      ...bodyText([run(`${number}. ${clause.text}`, 'regular', A4.body)], A4),
      keepWithNext: clause.points.length > 0,
    },
    ...clause.points.map((point) => bodyText([run(`- ${point}`, 'regular', A4.body)], A4)),
  ];
}
