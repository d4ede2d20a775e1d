import type { PersonId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { LicenceEvent, LicenceEvents } from './events.js';

/** Work that a missed duty gives to the office. */
export interface Inspection {
  readonly id: string;
  readonly askedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly holder?: PersonId;
  readonly closed: boolean;
}

export function inspectionOf({
  inspection: id,
  missedOn,
  inspectBy,
}: LicenceEvents['ObligationMissed']): Inspection {
  return { id, askedOn: missedOn, dueOn: inspectBy ?? missedOn, closed: false };
}

type InspectionEvent = Extract<
  LicenceEvent,
  { readonly type: 'InspectionClaimed' | 'InspectionReleased' | 'InspectionClosed' }
>;

export function inspected(inspections: readonly Inspection[], event: InspectionEvent): readonly Inspection[] {
  return inspections.map((one) => (one.id === event.data.inspection ? after(one, event) : one));
}

function after({ holder, ...rest }: Inspection, { type, data }: InspectionEvent): Inspection {
  switch (type) {
    case 'InspectionClaimed':
      return { ...rest, holder: data.inspector };
    case 'InspectionReleased':
      return rest;
    case 'InspectionClosed':
      return { ...rest, ...(holder && { holder }), closed: true };
  }
}
