import type { PersonId } from '#libs/kernel/ids.js';
import type { DossierEvents } from '../events.js';
import type { Dossier, HandoverStage, SupplementStage } from '../state.js';

/** Who holds a task, and who was told of what: nothing here moves a dossier. */
export const working = {
  TaskAssigned: (dossier: Dossier, { task, to }: DossierEvents['TaskAssigned']): Dossier =>
    held(dossier, task, to),
  TaskClaimed: (dossier: Dossier, { task, by }: DossierEvents['TaskClaimed']): Dossier =>
    held(dossier, task, by),
  TaskHandedOver: (dossier: Dossier, { task, to }: DossierEvents['TaskHandedOver']): Dossier =>
    held(dossier, task, to),
  TaskReleased(dossier: Dossier, { task }: DossierEvents['TaskReleased']): Dossier {
    const { [task]: _, ...holders } = dossier.holders;
    return { ...dossier, holders };
  },
  OfficerReminded(dossier: Dossier, { task, dueAt }: DossierEvents['OfficerReminded']): Dossier {
    return { ...dossier, reminded: [...dossier.reminded, noticeOf(task, dueAt)] };
  },
  LatenessEscalated(dossier: Dossier, { task, dueAt }: DossierEvents['LatenessEscalated']): Dossier {
    return { ...dossier, escalated: [...dossier.escalated, noticeOf(task, dueAt)] };
  },
  ApplicantReminded(dossier: Dossier, { count }: DossierEvents['ApplicantReminded']): Dossier {
    return { ...(dossier as SupplementStage | HandoverStage), remindersSent: count };
  },
};

/** A task is told of once for each date: a new date is a new notice. */
export function noticeOf(task: string, dueAt: string): string {
  return `${task} ${dueAt}`;
}

function held(dossier: Dossier, task: string, holder: PersonId): Dossier {
  return { ...dossier, holders: { ...dossier.holders, [task]: holder } };
}
