import type { ControlSlipFacts, StepResult } from '#libs/documents/records.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { Dossier, Stage } from '#libs/dossier/state.js';
import { opinionsOf } from '#libs/dossier/tasks.js';
import { untilWhen } from '#libs/dossier/times.js';
import { type Instant, localDateOf, shownDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { agencyName, moment, taskName } from '#libs/projections/dossier-history/terms.js';
import type { DossierCourse, Move } from '#libs/commands/dossier-course.js';

type Step = ControlSlipFacts['steps'][number];
type Limit = Procedure['steps']['receipt'];

/** Who has the dossier while it stands in a stage. */
const holders: Readonly<Record<Stage, string>> = {
  receipt: 'Bộ phận Một cửa',
  completeness: 'Bộ phận Một cửa',
  supplement: 'Người nộp hồ sơ',
  appraisal: 'Chuyên viên thẩm định',
  decision: 'Lãnh đạo',
  certificate: 'Văn thư',
  handover: 'Bộ phận Một cửa',
  closed: 'Người nộp hồ sơ',
};
const APPLICANT = holders.supplement;
const LEADER = holders.decision;
/** A limit in days ends with its last day; which days it counts is settled in its date. */
const IN_DAYS: Limit = { amount: 1, unit: 'workingDays' };

interface Seen {
  readonly procedure: Procedure;
  readonly move: Move;
  /** How somebody is called on the paper. */
  readonly nameOf: (id: string) => string;
}

/** Every hand the dossier went through, in order: between stages, to other agencies and back, from person to person. */
export function controlSteps({ moves, procedure }: DossierCourse, nameOf: Seen['nameOf']): readonly Step[] {
  return moves.flatMap((move) => {
    const seen = { procedure, move, nameOf };
    return [...move.events.flatMap((event) => eventStep(event, seen) ?? []), ...stageStep(seen)];
  });
}

function stageStep({ procedure, move, nameOf }: Seen): Step[] {
  const { at, by, before, after } = move;
  const to = holders[after.stage];
  if (before === undefined) return [{ from: APPLICANT, to, at, note: `Hạn ${moment(after.stepDueAt)}` }];
  if (before.stage === after.stage) return [];
  if (before.stage === 'closed') return [{ from: nameOf(by), to, at, note: 'Mở lại hồ sơ' }];
  const { dueAt, limit } = stageLimit(before, procedure);
  return [{ from: nameOf(by), to, at, result: resultOf(at, dueAt, limit), note: `Hạn ${moment(dueAt)}` }];
}

function stageLimit(dossier: Dossier, { steps }: Procedure): { dueAt: Instant; limit: Limit } {
  const { stage, stepDueAt: dueAt } = dossier;
  return { dueAt, limit: stage in steps ? steps[stage as keyof Procedure['steps']] : IN_DAYS };
}

function resultOf(at: Instant, dueAt: Instant, limit: Limit): StepResult {
  if (at >= untilWhen(dueAt, limit) && at > dueAt) return 'late';
  return localDateOf(at) < localDateOf(dueAt) ? 'early' : 'onTime';
}

/** What is handed on without the stage changing, and what is said of lateness. */
function eventStep(event: DossierEvent, seen: Seen): Step | undefined {
  const { at, by } = seen.move;
  const { nameOf } = seen;
  switch (event.type) {
    case 'OpinionAsked':
    case 'OpinionGiven':
      return opinionStep(event, seen);
    case 'TaskAssigned':
      return {
        from: nameOf(by),
        to: nameOf(event.data.to),
        at,
        note: `Phân công: ${taskName(event.data.task).vi}`,
      };
    case 'TaskHandedOver': {
      const { from, to, task, note } = event.data;
      return { from: nameOf(from), to: nameOf(to), at, note: `Bàn giao: ${taskName(task).vi}. ${note}` };
    }
    case 'DeadlineExtended': {
      const { appointedOn, reason } = event.data;
      return {
        from: nameOf(by),
        to: APPLICANT,
        at,
        note: `Xin lỗi, hẹn lại ngày ${shownDate(appointedOn)}: ${reason}`,
      };
    }
    case 'LatenessEscalated': {
      const { task, dueAt } = event.data;
      const note = `Báo cáo quá hạn: ${taskName(task).vi}, hạn ${moment(dueAt)}`;
      return { from: nameOf(by), to: LEADER, at, result: 'late', note };
    }
    default:
      return undefined;
  }
}

type OpinionEvent = Extract<DossierEvent, { type: 'OpinionAsked' | 'OpinionGiven' }>;

function opinionStep({ type, data }: OpinionEvent, { procedure, move, nameOf }: Seen): Step {
  const { at, by, before } = move;
  const agency = agencyName(data.agency, procedure).vi;
  if (type === 'OpinionAsked') {
    return { from: nameOf(by), to: agency, at, note: `Lấy ý kiến, hạn ${moment(data.dueAt)}` };
  }
  const asked = before ? opinionsOf(before) : [];
  const dueAt = asked.findLast((opinion) => opinion.agency === data.agency)?.dueAt;
  const result = data.late || dueAt === undefined ? 'late' : resultOf(at, dueAt, IN_DAYS);
  return {
    from: agency,
    to: holders.appraisal,
    at,
    result,
    ...(dueAt ? { note: `Hạn ${moment(dueAt)}` } : {}),
  };
}
