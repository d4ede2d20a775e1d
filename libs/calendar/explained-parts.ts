import type { Instant } from '#libs/kernel/time.js';
import type { Explanation, ExplanationStep } from './explanation.js';
import { dateOf } from './explanation-texts.js';
import * as say from './surrounding-texts.js';
import { law } from './laws.js';

/** An explanation with more to say before it or after it; its text says that too. */
export function withSteps(
  explanation: Explanation,
  more: { readonly before?: readonly ExplanationStep[]; readonly after?: readonly ExplanationStep[] },
): Explanation {
  const steps = [...(more.before ?? []), ...explanation.steps, ...(more.after ?? [])];
  return { ...explanation, steps, text: textOf(steps) };
}

export function textOf(steps: readonly ExplanationStep[]): Explanation['text'] {
  return {
    vi: steps.map(({ text }) => text.vi).join('\n'),
    en: steps.map(({ text }) => text.en).join('\n'),
  };
}

/** A step of an office that would have had longer is due with the whole limit. */
export function dueWithWhole(on: ExplanationStep['on']): ExplanationStep {
  return { effect: 'sets', on, text: say.dueWithWhole, citation: law.sessions };
}

/** The date is the one that was told; while the limit stands still it is going to be another one. */
export function standingStill(since: Instant, reason: string): ExplanationStep {
  const text = say.standingStill(since, reason);
  return { effect: 'standsStill', on: dateOf(since), text, citation: law.pause };
}

/** Somebody is reminded when a share of the time is used up, and never later than it is due. */
export function remindsAt(at: Instant, share: number): ExplanationStep {
  return { effect: 'reminds', on: dateOf(at), text: say.remindsAt(at, share), citation: law.sessions };
}
