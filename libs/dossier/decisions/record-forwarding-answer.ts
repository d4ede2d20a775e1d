import { localDateOf } from '#libs/kernel/time.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, type DossierRefusal, refuse } from '../refusals.js';
import type { ClosedStage } from '../state.js';
import { objectionToBlank } from './work.js';

type Answer = DossierCommands['recordForwardingAnswer'];

/**
 * What the authority decided to which the dossier was sent on is noted once, with its number or its reason; what was noted wrongly is
 * noted again, and why.
 */
export function recordForwardingAnswer(
  data: Answer,
  { outcome, forwarded }: ClosedStage,
  { actor, now }: Circumstances,
): Decision {
  if (!forwarded) return refuse('NotSentOn', { outcome });
  const objection =
    objectionToRepeating(data, forwarded) ??
    objectionToDay(data, { sentOn: forwarded.on, today: localDateOf(now) }) ??
    objectionToContent(data);
  if (objection) return objection;
  const { to } = forwarded;
  return [{ type: 'ForwardingAnswered', data: { ...data, from: to, recordedBy: actor, recordedAt: now } }];
}

function objectionToRepeating(
  { corrects }: Answer,
  { answeredOn }: NonNullable<ClosedStage['forwarded']>,
): DossierRefusal | undefined {
  if (corrects === undefined) {
    return answeredOn === undefined ? undefined : refuse('AnswerAlreadyRecorded', { decidedOn: answeredOn });
  }
  return answeredOn === undefined ? refuse('NothingToCorrect', {}) : objectionToBlank({ corrects });
}

function objectionToDay(
  { decidedOn: date }: Answer,
  { sentOn, today }: { readonly sentOn: Answer['decidedOn']; readonly today: Answer['decidedOn'] },
): DossierRefusal | undefined {
  if (date > today) return refuse('DateAhead', { date, today });
  return date < sentOn ? refuse('DateBeforeSending', { date, sentOn }) : undefined;
}

/** A licence is known by its number, a refusal by its reason; either without the other's. */
function objectionToContent({ answer, number, reason }: Answer): DossierRefusal | undefined {
  if (answer === 'refused') return objectionToBlank({ reason: reason ?? '', ...(number && { number }) });
  if (reason !== undefined) return refuse('TextNotExpected', { field: 'reason' });
  return objectionToBlank({ number: number ?? '' });
}
