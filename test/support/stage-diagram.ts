import { readFileSync } from 'node:fs';
import type { DossierEvent } from '#libs/dossier/events.js';
import { foldDossier } from '#libs/dossier/dossier.js';
import type { Stage } from '#libs/dossier/state.js';

/** A dossier went from one stage to another by an event; `[*]` is before its first. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

/** Where an act took a dossier, if it moved it at all. */
export function moveOf(before: readonly DossierEvent[], after: readonly DossierEvent[]): readonly Move[] {
  let stage = foldDossier(before)?.stage;
  const moves = after.flatMap((event, index): readonly Move[] => {
    const from = stage ?? '[*]';
    stage = foldDossier([...before, ...after.slice(0, index + 1)])?.stage;
    return stage === undefined || stage === from ? [] : [{ from, to: stage, by: event.type }];
  });
  return moves;
}

const stages = [
  'receipt',
  'completeness',
  'supplement',
  'appraisal',
  'decision',
  'certificate',
  'handover',
  'closed',
] as const satisfies readonly Stage[];

/** The moves as a mermaid diagram, one line for each pair of stages. */
export function diagramOf(moves: readonly Move[]): string {
  const places = ['[*]', ...stages];
  const lines = places.flatMap((from) =>
    places.flatMap((to) => {
      const events = moves.filter((move) => move.from === from && move.to === to).map(({ by }) => by);
      return events.length > 0 ? [`  ${from} --> ${to}: ${[...new Set(events)].join(', ')}`] : [];
    }),
  );
  return ['stateDiagram-v2', ...lines].join('\n');
}

/** The diagram that `libs/dossier/README.md` shows. */
export function shownDiagram(): string {
  const readme = readFileSync(new URL('../../libs/dossier/README.md', import.meta.url), 'utf8');
  return /```mermaid\n(?<diagram>[^`]*)\n```/u.exec(readme)?.groups?.['diagram'] ?? '';
}

export function isShown({ from, to, by }: Move, diagram: string): boolean {
  const line = diagram.split('\n').find((one) => one.startsWith(`  ${from} --> ${to}: `));
  return line?.split(': ')[1]?.split(', ').includes(by) === true;
}
