import type { StopFacts } from '#libs/documents/slips.js';
import type { DossierEvents } from '#libs/dossier/events.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { reasonTexts } from '#libs/procedures/reason-texts.js';
import { acceptedBy, type DossierCourse, type Move } from '#libs/commands/dossier-course.js';

type End = Pick<StopFacts, 'requestedOn' | 'reasons' | 'signer'>;

interface Ending {
  readonly course: DossierCourse;
  readonly move: Move;
  readonly nameOf: (id: string) => string;
}

/** That the applicant took the dossier back, where this commit says so. */
export function withdrawalIn({ events }: Move): DossierEvents['DossierWithdrawn'] | undefined {
  return events.find((event) => event.type === 'DossierWithdrawn')?.data;
}

/**
 * Why work on a dossier stopped, and who signs the notice of it: who stopped it; of a withdrawal, which takes nobody's decision, the clerk who
 * took the request, else the one who took the dossier in.
 */
export function endOf({ course, move, nameOf }: Ending): End {
  const withdrawal = withdrawalIn(move);
  if (!withdrawal) return stoppedBy(course.procedure, move, nameOf);
  const clerk = move.by === course.dossier.applicant ? acceptedBy(course) : move.by;
  return {
    requestedOn: localDateOf(withdrawal.withdrawnAt),
    reasons: [withdrawal.reason],
    signer: { title: 'Người tiếp nhận hồ sơ', name: nameOf(clerk) },
  };
}

/** A procedure that names no issuer leaves the title empty: the notice then refuses to be drawn. */
function stoppedBy({ licence, stopReasons }: Procedure, { events, by }: Move, nameOf: Ending['nameOf']): End {
  const reasons = events.flatMap((event) => (event.type === 'DossierStopped' ? event.data.reasons : []));
  return {
    reasons: reasonTexts(reasons, stopReasons),
    signer: { title: licence.issuer?.decider ?? '', name: nameOf(by) },
  };
}
