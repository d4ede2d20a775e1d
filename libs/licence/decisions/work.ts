import type { LicenceCircumstances } from '../circumstances.js';
import type { LicenceCommand } from '../commands.js';
import type { Licence } from '../licence.js';
import { type LicenceDecision, refuseLicence } from '../refusals.js';
import { openWork } from '../work.js';
import { workNotice } from '../work-notice.js';

export type WorkCommand = Extract<LicenceCommand, { readonly type: 'remindWork' | 'escalateWork' }>;

/** Whose work is about to be late is reminded; late work is told to the head of division. Each once for a task and its day. */
export function decideWork(
  { type, data: { task } }: WorkCommand,
  licence: Licence,
  { now, calendar }: LicenceCircumstances,
): LicenceDecision {
  const open = openWork(licence, calendar).find(({ id }) => id === task);
  if (!open) return refuseLicence('AlreadyDone', {});
  const { dueAt, remindAt } = open;
  const isEscalation = type === 'escalateWork';
  const told = isEscalation ? licence.told.escalated : [...licence.told.reminded, ...licence.told.escalated];
  if (told.includes(workNotice(open))) return refuseLicence('AlreadyDone', {});
  const at = isEscalation ? dueAt : remindAt;
  if (now < at) return refuseLicence('NotYetDue', { at });
  return [{ type: isEscalation ? 'WorkEscalated' : 'WorkReminded', data: { task, dueAt } }];
}
