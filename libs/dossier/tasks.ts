import type { Calendar } from '#libs/calendar/calendar.js';
import type { Duration } from '#libs/calendar/duration.js';
import type { SignatureRole } from '#libs/issuing/signature.js';
import type { AgencyId, PersonId } from '#libs/kernel/ids.js';
import type { Role } from '#libs/kernel/roles.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { paperNumberOf } from './paper-number.js';
import type { Dossier, Opinion, Stage } from './state.js';
import { reminderAt } from './times.js';

export type TaskKind =
  | 'receive'
  | 'checkCompleteness'
  | 'appraise'
  | 'giveOpinion'
  | 'approve'
  | 'allocateNumber'
  | 'sign'
  | 'seal'
  | 'requestSignature'
  | 'mendPaper'
  | 'handOver';

/** Work that waits for somebody. It follows from where the dossier stands; only who holds it is recorded. */
export interface OpenTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly role: Role;
  readonly agency: AgencyId;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly holder?: PersonId;
}

interface StageTask {
  readonly stage: keyof Procedure['steps'];
  readonly kind: Exclude<TaskKind, 'giveOpinion'>;
  readonly role: Role;
}

/** A certificate that lies before a signer who takes their time. */
const signingTasks: Readonly<Record<SignatureRole, StageTask>> = {
  person: { stage: 'certificate', kind: 'sign', role: 'director' },
  organisation: { stage: 'certificate', kind: 'seal', role: 'recordsClerk' },
};

/** What a refused signature leaves to do. */
const signatureTask: StageTask = { stage: 'certificate', kind: 'requestSignature', role: 'recordsClerk' };

/** What hinders a paper must be mended before it can be made. */
const mendingTask: StageTask = { stage: 'certificate', kind: 'mendPaper', role: 'recordsClerk' };

/** The one task that each stage is about. While a supplement is awaited the office has nothing to do. */
const stageTasks: readonly StageTask[] = [
  { stage: 'receipt', kind: 'receive', role: 'oneStopClerk' },
  { stage: 'completeness', kind: 'checkCompleteness', role: 'oneStopClerk' },
  { stage: 'appraisal', kind: 'appraise', role: 'specialist' },
  { stage: 'decision', kind: 'approve', role: 'director' },
  { stage: 'certificate', kind: 'allocateNumber', role: 'recordsClerk' },
  ...Object.values(signingTasks),
  signatureTask,
  mendingTask,
  { stage: 'handover', kind: 'handOver', role: 'oneStopClerk' },
];

type Described = Omit<OpenTask, 'remindAt' | 'holder'> & {
  readonly startedAt: Instant;
  readonly limit: Duration | undefined;
};

/** What people have to do now, the stage's own task first. */
export function openTasks(dossier: Dossier, procedure: Procedure, calendar: Calendar): readonly OpenTask[] {
  const described = [...describedStage(dossier, procedure), ...describedOpinions(dossier, procedure)];
  return described.map(({ startedAt, limit, ...task }): OpenTask => {
    const { dueAt } = task;
    const time = limit && { startedAt, dueAt, limit };
    const remindAt = time ? reminderAt(calendar, procedure.remindAfterShare, time) : dueAt;
    const holder = dossier.holders[task.id];
    return { ...task, remindAt, ...(holder === undefined ? {} : { holder }) };
  });
}

function describedStage(dossier: Dossier, { steps }: Procedure): readonly Described[] {
  const task = stageTask(dossier);
  if (!task) return [];
  const { kind, role, stage } = task;
  const { agency, stepStartedAt: startedAt, stepDueAt: dueAt } = dossier;
  return [{ id: taskId(dossier, task), kind, role, agency, dueAt, startedAt, limit: steps[stage] }];
}

function describedOpinions(dossier: Dossier, { opinions: rules }: Procedure): readonly Described[] {
  return openOpinions(dossier).map((opinion) => {
    const { agency, dueAt, askedAt: startedAt } = opinion;
    const limit = rules.find((rule) => rule.agency === agency)?.within;
    const task = { id: opinionTaskId(opinion), kind: 'giveOpinion', role: 'consultedAgency' } as const;
    return { ...task, agency, dueAt, startedAt, limit };
  });
}

/** The ids alone, for decisions that ask whether a task is open: no calendar is needed for that. */
export function openTaskIds(dossier: Dossier): readonly string[] {
  const task = stageTask(dossier);
  return [...(task ? [taskId(dossier, task)] : []), ...openOpinions(dossier).map(opinionTaskId)];
}

/** Whether a task of this name was ever open, as far as the present stage still knows. */
export function wasEverOpen(dossier: Dossier, task: string): boolean {
  if (opinionsOf(dossier).some((opinion) => opinionTaskId(opinion) === task)) return true;
  return stageTasks.some(({ stage, kind }) => {
    const visit = task.startsWith(`${kind}-`) ? Number(task.slice(kind.length + 1)) : 0;
    return Number.isInteger(visit) && visit >= 1 && visit <= visitsOf(dossier, stage);
  });
}

/** The present stage's own task; undefined where it has none. */
export function stageTaskId(dossier: Dossier): string | undefined {
  const task = stageTask(dossier);
  return task && taskId(dossier, task);
}

/** The task that the specialist has when a draft comes back. */
export function nextAppraisalTaskId(dossier: Dossier): string {
  return `appraise-${visitsOf(dossier, 'appraisal') + 1}`;
}

export function signingTaskId(dossier: Dossier, role: SignatureRole): string {
  return taskId(dossier, signingTasks[role]);
}

export function mendingTaskId(dossier: Dossier): string {
  return taskId(dossier, mendingTask);
}

export function opinionTaskId({ agency, visit }: Pick<Opinion, 'agency' | 'visit'>): string {
  return `giveOpinion-${agency}-${visit}`;
}

/** The opinions asked so far, also while the appraisal rests until the applicant has answered. */
export function opinionsOf(dossier: Dossier): readonly Opinion[] {
  if (dossier.stage === 'supplement') return opinionsOf(dossier.resumes);
  return dossier.stage === 'appraisal' || dossier.stage === 'decision' ? dossier.opinions : [];
}

/**
 * A number that is there waits for the certificate, which no person makes, unless somebody takes their time to sign it; a refused signature
 * waits for somebody to ask again.
 */
function stageTask(dossier: Dossier): StageTask | undefined {
  if (dossier.stage === 'certificate' && paperNumberOf(dossier)) {
    const { refusedBy, awaiting, hindered } = dossier.signing ?? {};
    if (refusedBy) return signatureTask;
    if (hindered) return mendingTask;
    return awaiting && signingTasks[awaiting.role];
  }
  return stageTasks.find(({ stage }) => stage === dossier.stage);
}

function openOpinions(dossier: Dossier): readonly Opinion[] {
  return dossier.stage === 'decision' ? [] : opinionsOf(dossier).filter(({ given }) => !given);
}

function taskId(dossier: Dossier, { kind, stage }: StageTask): string {
  return `${kind}-${visitsOf(dossier, stage)}`;
}

function visitsOf(dossier: Dossier, stage: Stage): number {
  return dossier.visits[stage] ?? 0;
}
