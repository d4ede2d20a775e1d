import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { InboxRow } from '#libs/projections/task-inbox/inbox-row.js';
import { Opinion, OpenTask } from '../dossiers/deliberation.js';
import { Dossier } from '../dossiers/dossier.js';
import { SupplementRound } from '../dossiers/dossier-parts.js';
import type { DossierView } from '../dossiers/dossier-view.js';
import { HistoryEntry } from '../dossiers/history.js';
import type { RequestContext } from '../graphql/request-context.js';
import { Task } from '../inbox/task.js';
import { TrackedDossier } from '../tracking/tracking.js';
import {
  DossierDateArgs,
  type OpenTaskDate,
  OpenTaskDateArgs,
  TaskDateArgs,
  TrackedDateArgs,
} from './clock-dates.js';
import { ClockExplanation } from './clock-explanation.js';
import { Clocks, type SeenDossier } from './clocks.js';
import { LicenceClocks } from './licence-clocks.js';
import { WorkingTime } from './working-time.js';

const explained = {
  nullable: true,
  description: 'Why the date is what it is. Null where there is no such date.',
};

@Resolver(() => Dossier)
export class DossierClocksResolver {
  constructor(private readonly clocks: Clocks) {}

  @ResolveField(() => ClockExplanation, explained)
  explain(
    @Parent() { id: dossierId, position }: DossierView,
    @Args() { date }: DossierDateArgs,
    @Context() context: RequestContext,
  ): Promise<ClockExplanation | null> {
    const name = date === 'stepDueAt' ? 'step' : 'decision';
    return this.clocks.explain(context, { dossierId, position }, name);
  }

  @ResolveField(() => WorkingTime, {
    nullable: true,
    description: 'Working time left of the legal limit. Null before it runs, and after the end.',
  })
  workingTime(@Parent() { row }: DossierView): WorkingTime | null {
    const { dueAt, closedAt, agency, stage, supplements } = row;
    if (dueAt === null || closedAt !== null) return null;
    const pausedAt = stage === 'supplement' ? supplements.at(-1)?.requestedAt : undefined;
    return this.clocks.left({ agency, dueAt, pausedAt });
  }
}

@Resolver(() => SupplementRound)
export class SupplementClocksResolver {
  constructor(private readonly clocks: Clocks) {}

  @ResolveField(() => ClockExplanation, { ...explained, description: 'Why it can be answered until then.' })
  explain(
    @Parent() { round, ...seen }: SupplementRound & SeenDossier,
    @Context() context: RequestContext,
  ): Promise<ClockExplanation | null> {
    return this.clocks.explain(context, seen, `answer ${round}`);
  }
}

@Resolver(() => Opinion)
export class OpinionClocksResolver {
  constructor(private readonly clocks: Clocks) {}

  @ResolveField(() => ClockExplanation, { ...explained, description: 'Why it is awaited until then.' })
  explain(
    @Parent() { agency, ...seen }: Opinion & SeenDossier,
    @Context() context: RequestContext,
  ): Promise<ClockExplanation | null> {
    return this.clocks.explain(context, seen, `opinion ${agency}`);
  }
}

@Resolver(() => OpenTask)
export class OpenTaskClocksResolver {
  constructor(private readonly clocks: Clocks) {}

  @ResolveField(() => ClockExplanation, explained)
  explain(
    @Parent() task: OpenTask & SeenDossier,
    @Args() { date }: OpenTaskDateArgs,
    @Context() context: RequestContext,
  ): Promise<ClockExplanation | null> {
    return explainTask(this.clocks, { task, date }, context);
  }
}

@Resolver(() => Task)
export class TaskClocksResolver {
  constructor(
    private readonly clocks: Clocks,
    private readonly licences: LicenceClocks,
  ) {}

  @ResolveField(() => WorkingTime, { description: 'Working time left until it is due, or overdue by.' })
  workingTime(@Parent() { agency, dueAt }: InboxRow): WorkingTime {
    return this.clocks.left({ agency, dueAt });
  }

  @ResolveField(() => ClockExplanation, explained)
  explain(
    @Parent() task: Task & SeenDossier,
    @Args() { date }: TaskDateArgs,
    @Context() context: RequestContext,
  ): Promise<ClockExplanation | null> {
    if (typeof task.licenceId === 'string') {
      return this.licences.explainTask(context, { id: task.licenceId, taskId: task.taskId, date });
    }
    if (date === 'appointedOn') return this.clocks.explain(context, task, 'decision');
    return explainTask(this.clocks, { task, date }, context);
  }
}

@Resolver(() => TrackedDossier)
export class TrackedClocksResolver {
  constructor(private readonly clocks: Clocks) {}

  @ResolveField(() => ClockExplanation, explained)
  explain(
    @Parent() tracked: TrackedDossier & SeenDossier,
    @Args() { date }: TrackedDateArgs,
    @Context() context: RequestContext,
  ): Promise<ClockExplanation | null> {
    if (date === 'appointedOn') return this.clocks.explain(context, tracked, 'decision');
    return tracked.stage === 'supplement'
      ? this.clocks.explainLatestAnswer(context, tracked)
      : Promise.resolve(null);
  }
}

@Resolver(() => HistoryEntry)
export class HistoryClocksResolver {
  constructor(private readonly clocks: Clocks) {}

  @ResolveField(() => [ClockExplanation], {
    description: 'The dates that were given by it, or anew, each with why it is what it is.',
  })
  explain(
    @Parent() { subjectId: dossierId, position }: HistoryEntry & { readonly subjectId: string },
    @Context() context: RequestContext,
  ): Promise<readonly ClockExplanation[]> {
    return this.clocks.given(context, { dossierId, position });
  }
}

function explainTask(
  clocks: Clocks,
  { task, date }: { readonly task: Pick<Task, 'kind' | 'agency'> & SeenDossier; readonly date: OpenTaskDate },
  context: RequestContext,
): Promise<ClockExplanation | null> {
  const name = clockOfTask(task);
  return date === 'dueAt' ? clocks.explain(context, task, name) : clocks.explainReminder(context, task, name);
}

function clockOfTask({ kind, agency }: Pick<Task, 'kind' | 'agency'>): string {
  return kind === 'giveOpinion' ? `opinion ${agency}` : 'step';
}
