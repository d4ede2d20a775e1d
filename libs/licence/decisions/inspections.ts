import { localDateOf } from '#libs/kernel/time.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { LicenceCommand, LicenceCommands } from '../commands.js';
import type { Finding } from '../events.js';
import type { Inspection } from '../inspections.js';
import type { Licence } from '../licence.js';
import { type LicenceDecision, type LicenceRefusal, refuseLicence } from '../refusals.js';
import { askObligation } from './reports.js';

export type InspectionCommand = Extract<
  LicenceCommand,
  { readonly type: 'claimInspection' | 'releaseInspection' | 'closeInspection' }
>;

/** What an officer does about a duty that its holder has missed. */
export function decideInspection(
  command: InspectionCommand,
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const inspection = openInspection(command.data.inspection, licence);
  if ('refusal' in inspection) return inspection;
  switch (command.type) {
    case 'claimInspection':
      return claimInspection(command.data, inspection);
    case 'releaseInspection':
      return (
        objectionToWorker(command.data, inspection) ?? [{ type: 'InspectionReleased', data: command.data }]
      );
    case 'closeInspection':
      return (
        objectionToWorker(command.data, inspection) ?? closeInspection(command.data, licence, circumstances)
      );
  }
}

function openInspection(id: string, { inspections }: Licence): Inspection | LicenceRefusal {
  const found = inspections.find((inspection) => inspection.id === id);
  if (!found) return refuseLicence('InspectionUnknown', { inspection: id });
  return found.closed ? refuseLicence('InspectionEnded', { inspection: id }) : found;
}

/** Somebody takes an inspection that nobody holds. */
function claimInspection(
  data: LicenceCommands['claimInspection'],
  { id, holder }: Inspection,
): LicenceDecision {
  if (holder === data.inspector) return [];
  if (holder !== undefined) return refuseLicence('InspectionTaken', { inspection: id });
  return [{ type: 'InspectionClaimed', data }];
}

/** Only who holds an inspection gives it back, or says what was found. */
function objectionToWorker(
  { inspector }: { readonly inspector: string },
  { id, holder }: Inspection,
): LicenceRefusal | undefined {
  if (holder === inspector) return undefined;
  return refuseLicence(holder === undefined ? 'InspectionNotHeld' : 'InspectionTaken', { inspection: id });
}

/** An inspection ends with one finding and what belongs to it: nothing, a remedy by a day, or a violation that the rules know. */
function closeInspection(
  { remedy, ...data }: LicenceCommands['closeInspection'],
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const objection = objectionToFinding({ ...data, remedy }) ?? objectionToViolation(data, circumstances);
  if (objection) return objection;
  const asked = remedy ? askObligation({ ...remedy, kind: 'remedy' }, licence, circumstances) : [];
  if ('refusal' in asked) return asked;
  const ordered = remedy ? { remedy: remedy.obligation } : {};
  const closed = { ...data, closedOn: localDateOf(circumstances.now), ...ordered };
  return [{ type: 'InspectionClosed', data: closed }, ...asked];
}

/** What must be said with a finding; anything else beside it would contradict it. */
const belongs: Readonly<Record<Finding, 'remedy' | 'violation' | undefined>> = {
  nothingFound: undefined,
  remedyOrdered: 'remedy',
  violationRecorded: 'violation',
};

type Said = Pick<LicenceCommands['closeInspection'], 'finding' | 'note' | 'violation'> & {
  readonly remedy: object | undefined;
};

function objectionToFinding({ finding, note, ...said }: Said): LicenceRefusal | undefined {
  if (note.trim() === '') return refuseLicence('TextMissing', { field: 'note' });
  const expected = belongs[finding];
  if (expected && said[expected] === undefined) return refuseLicence('TextMissing', { field: expected });
  const field = (['remedy', 'violation'] as const).find(
    (name) => name !== expected && said[name] !== undefined,
  );
  return field && refuseLicence('NotOfThisFinding', { finding, field });
}

function objectionToViolation(
  { violation }: { readonly violation?: string },
  { procedure }: LicenceCircumstances,
): LicenceRefusal | undefined {
  if (violation === undefined) return undefined;
  const isKnown = procedure.licence.supervision?.violations.some(({ code }) => code === violation);
  return isKnown ? undefined : refuseLicence('ViolationUnknown', { violation });
}
