import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/event-store/canonical-json.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { foldLicence, type Licence } from '#libs/licence/licence.js';
import { obligationsOf, type OwedObligation } from '#libs/licence/obligations.js';
import { yearlyId } from '#libs/licence/progress.js';
import type { Procedure } from '#libs/procedures/procedure.js';

export interface SimulatedObligation {
  /** Of its licence alone: another has duties of the same id. */
  readonly id: string;
  readonly kind: OwedObligation['kind'];
  readonly dueOn: LocalDate;
  /** `null` would be a duty that fell due and was forgotten. */
  readonly outcome: string | null;
  readonly reminders: number;
  readonly licence: LicenceId;
}

/** Every duty that fell due, or that had begun, before the licence ended. */
export function obligationsIn(
  events: readonly LicenceEvent[],
  procedure: Procedure,
): readonly SimulatedObligation[] {
  const licence = foldLicence(events);
  if (!licence) return [];
  const endedOn = endOf(licence);
  return obligationsOf(licence, procedure)
    .filter(({ dueOn, progress }) => dueOn <= endedOn || progress.outcome !== undefined)
    .map(({ id, kind, dueOn, progress }) => {
      const reminders = events.filter((event) => remindsOf(event, id)).length;
      return { id, kind, dueOn, outcome: progress.outcome ?? null, reminders, licence: licence.id };
    });
}

/** Of what happened, in its order: it names no machine and no hour at which a machine was slow. */
export function digestOf(lives: readonly (readonly LicenceEvent[])[]): string {
  return createHash('sha256').update(canonicalJson(lives)).digest('hex');
}

function endOf(licence: Licence): LocalDate {
  return 'endedOn' in licence ? licence.endedOn : licence.expiresOn;
}

function remindsOf({ type, data }: LicenceEvent, id: string): boolean {
  return (
    type === 'ObligationReminded' && [data.obligation, yearlyId(data.obligation, data.dueOn)].includes(id)
  );
}
