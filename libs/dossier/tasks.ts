import type { Calendar } from '#libs/calendar/calendar.js';
import type { Duration } from '#libs/calendar/duration.js';
import type { AgencyId, PersonId } from '#libs/kernel/ids.js';
import type { Role } from '#libs/kernel/roles.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { AppraisalStage, Dossier, Stage } from './state.js';
import { reminderAt } from './times.js';

export type TaskKind =
  'receive' | 'checkCompleteness' | 'appraise' | 'giveOpinion' | 'approve' | 'allocateNumber' | 'handOver';

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
  readonly kind: Exclude<TaskKind, 'giveOpinion'>;
  readonly role: Role;
}

/** The one task that each stage is about. While a supplement is awaited the office has nothing to do. */
const stageTasks: Readonly<Partial<Record<Stage, StageTask>>> = {
  receipt: { kind: 'receive', role: 'oneStopClerk' },
  completeness: { kind: 'checkCompleteness', role: 'oneStopClerk' },
  appraisal: { kind: 'appraise', role: 'specialist' },
  decision: { kind: 'approve', role: 'director' },
  certificate: { kind: 'allocateNumber', role: 'recordsClerk' },
  handover: { kind: 'handOver', role: 'oneStopClerk' },
};

export function openTasks(dossier: Dossier, procedure: Procedure, calendar: Calendar): readonly OpenTask[] {
  const share = procedure.remindAfterShare;
  const remind = (startedAt: Instant, limit: Duration, dueAt: Instant): Instant =>
    reminderAt(calendar, share, { startedAt, limit }) ?? dueAt;
  const of = (task: Omit<OpenTask, 'holder'>): OpenTask => {
    const holder = dossier.holders[task.id];
    return holder === undefined ? task : { ...task, holder };
  };
  const tasks = stageTask(dossier).map(({ kind, role }): OpenTask => {
    const { agency, stepStartedAt, stepDueAt: dueAt } = dossier;
    const limit = procedure.steps[dossier.stage as keyof Procedure['steps']];
    return of({
      id: taskId(dossier, kind),
      kind,
      role,
      agency,
      dueAt,
      remindAt: remind(stepStartedAt, limit, dueAt),
    });
  });
  const opinions = openOpinions(dossier).map(({ agency, askedAt, dueAt }): OpenTask => {
    const limit = procedure.opinions.find((rule) => rule.agency === agency)?.within;
    const remindAt = limit ? remind(askedAt, limit, dueAt) : dueAt;
    return of({
      id: opinionTaskId(dossier, agency),
      kind: 'giveOpinion',
      role: 'consultedAgency',
      agency,
      dueAt,
      remindAt,
    });
  });
  return [...tasks, ...opinions];
}

/** The ids alone, for decisions that ask whether a task is open: no calendar is needed for that. */
export function openTaskIds(dossier: Dossier): readonly string[] {
  return [
    ...stageTask(dossier).map(({ kind }) => taskId(dossier, kind)),
    ...openOpinions(dossier).map(({ agency }) => opinionTaskId(dossier, agency)),
  ];
}

/** The task of the present stage; for a stage without one, a name that no task has. */
export function stageTaskId(dossier: Dossier): string {
  const [task] = stageTask(dossier);
  return task ? taskId(dossier, task.kind) : `none-${dossier.stage}`;
}

export function opinionTaskId(dossier: Dossier, agency: AgencyId): string {
  return `giveOpinion-${agency}-${visit(dossier)}`;
}

/** A number that is there waits for the certificate, which no person makes. */
function stageTask(dossier: Dossier): readonly StageTask[] {
  if (dossier.stage === 'certificate' && dossier.number) return [];
  const task = stageTasks[dossier.stage];
  return task ? [task] : [];
}

function openOpinions(dossier: Dossier): AppraisalStage['opinions'] {
  return dossier.stage === 'appraisal' ? dossier.opinions.filter(({ given }) => !given) : [];
}

function taskId(dossier: Dossier, kind: TaskKind): string {
  return `${kind}-${visit(dossier)}`;
}

function visit(dossier: Dossier): number {
  return dossier.visits[dossier.stage] ?? 1;
}
