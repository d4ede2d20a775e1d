import { nationalStatusOf } from '#libs/dossier/national-status.js';
import type { DossierChange } from '../change.js';
import type { Chronicle } from '../chronicle.js';
import type { Projection } from '../projection.js';
import { type TrackedRow, trackingSchema } from './tracking-row.js';

/** For the applicant without an account, and nobody else: one row per dossier, found only with both secrets. */
export const publicTracking: Projection<TrackedRow> = {
  name: 'public-tracking',
  schemaVersion: 2,
  schema: trackingSchema,
  writesFor(change) {
    if (change.subject !== 'dossier') return [];
    const { id, commit, before } = change;
    const born = before === undefined;
    return [{ kind: 'put', id, position: commit.position, born, row: () => rowOf(change) }];
  },
};

function rowOf({ id, commit, after, procedure }: DossierChange): TrackedRow {
  const { dossier, chronicle } = after;
  const { code = null, acceptedAt = null, appointedOn = null } = dossier.acceptance ?? {};
  return {
    _id: id,
    position: commit.position,
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

/** Why it was refused is said to the applicant by whoever refused it. */
function forwardingOf({ forwarding }: Chronicle): Pick<TrackedRow, 'sentOnTo' | 'answer'> {
  if (!forwarding) return { sentOnTo: null, answer: null };
  const { to: sentOnTo, answer } = forwarding;
  if (!answer) return { sentOnTo, answer: null };
  const { answer: kind, number = null, decidedOn } = answer;
  return { sentOnTo, answer: { answer: kind, number, decidedOn } };
}
