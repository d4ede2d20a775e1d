import type { PaperStanding } from '#libs/issuing/paper-standing.js';
import type { GivenPaper } from './given-papers.js';
import type { Dossier } from './state.js';

/** What a paper is worth now, of a dossier as it was when the paper was given out (`then`) and as it is. */
export function paperStanding(
  kind: GivenPaper,
  { then, now }: { readonly then: Dossier; readonly now: Dossier },
): PaperStanding {
  switch (kind) {
    case 'receipt':
    case 'apology':
      if (now.stage === 'closed') return 'settled';
      return now.acceptance?.dueAt === then.acceptance?.dueAt ? 'inEffect' : 'changed';
    case 'supplement':
      return now.stage === 'supplement' && now.supplements.length === then.supplements.length
        ? 'inEffect'
        : 'settled';
    case 'stop':
      return now.stage === 'closed' && now.outcome === 'stopped' ? 'inEffect' : 'over';
    // An end that was decided or refused is final.
    case 'refusal':
    case 'denial':
    case 'forwarding':
      return 'inEffect';
  }
}
