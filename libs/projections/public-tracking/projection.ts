import { nationalStatusOf } from '#libs/dossier/national-status.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { DossierSoFar } from '../change.js';
import type { Chronicle } from '../chronicle.js';
import type { Projection } from '../projection.js';
import { type TrackedRow, trackingSchema } from './tracking-row.js';

/** What a row shows. */
type Shown = Omit<TrackedRow, '_id' | 'position'>;

/** For the applicant without an account, and nobody else: one row per dossier, found only with both secrets. */
export const publicTracking: Projection<TrackedRow> = {
  name: 'public-tracking',
  schemaVersion: 3,
  schema: trackingSchema,
  writesFor(change) {
    if (change.subject !== 'dossier') return [];
    const { id, commit, before, after, procedure } = change;
    const { position } = commit;
    const shown = shownOf(after, procedure);
    // Much of what officers do changes nothing that an applicant is shown.
    if (before && isSame(shownOf(before, procedure), shown)) return [];
    return [{ kind: 'put', id, position, born: !before, row: () => ({ _id: id, position, ...shown }) }];
  },
};

function shownOf({ dossier, chronicle }: DossierSoFar, procedure: Procedure): Shown {
  const { code = null, acceptedAt = null, appointedOn = null } = dossier.acceptance ?? {};
  return {
    code,
    secret: dossier.trackingSecret,
    procedureName: procedure.name,
    stage: dossier.stage,
    nationalStatus: nationalStatusOf(dossier),
    receivedAt: dossier.receivedAt,
    acceptedAt,
    appointedOn,
    answerBy: dossier.stage === 'supplement' ? dossier.open.answerBy : null,
    steps: chronicle.steps,
    ...forwardingOf(chronicle),
  };
}

/** Values are compared, what consists of several only by whether it is the very one from before. */
function isSame(one: Shown, other: Shown): boolean {
  return (Object.keys(one) as (keyof Shown)[]).every((name) => one[name] === other[name]);
}

/** Why it was refused is said to the applicant by whoever refused it. */
function forwardingOf({ forwarding }: Chronicle): Pick<TrackedRow, 'sentOnTo' | 'answer'> {
  if (!forwarding) return { sentOnTo: null, answer: null };
  const { to: sentOnTo, answer } = forwarding;
  if (!answer) return { sentOnTo, answer: null };
  const { answer: kind, number = null, decidedOn } = answer;
  return { sentOnTo, answer: { answer: kind, number, decidedOn } };
}
