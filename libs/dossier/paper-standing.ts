import type { Instant } from '#libs/kernel/time.js';
import type { PaperStanding } from '#libs/issuing/paper-standing.js';
import type { GivenPaper } from './given-papers.js';
import type { Dossier } from './state.js';

/** Of a dossier as it was when a paper was given out, and as it is. */
type Standing = (given: Dossier, now: Dossier) => PaperStanding;

const appointment: Standing = (given, now) => {
  if (now.stage === 'closed') return 'settled';
  return now.acceptance?.dueAt === given.acceptance?.dueAt ? 'inEffect' : 'changed';
};
/** Since when work rests; undefined where it goes on, or has ended for good. */
function restingSince(dossier: Dossier): Instant | undefined {
  return dossier.stage === 'closed' ? dossier.rested?.since : undefined;
}
/** An end that was decided or refused is final. */
const final: Standing = () => 'inEffect';

const standings: Readonly<Record<GivenPaper, Standing>> = {
  receipt: appointment,
  apology: appointment,
  supplement: (given, now) =>
    now.stage === 'supplement' && now.supplements.length === given.supplements.length
      ? 'inEffect'
      : 'settled',
  stop: (given, now) => (restingSince(now) === restingSince(given) ? 'inEffect' : 'over'),
  refusal: final,
  denial: final,
  forwarding: final,
  extension: final,
  amendment: final,
  reissue: final,
  changeNoted: final,
  returnNoted: final,
};

/** What a paper is worth now, of a dossier as it was when the paper was given out and as it is. */
export function paperStanding(kind: GivenPaper, given: Dossier, now: Dossier): PaperStanding {
  return standings[kind](given, now);
}
