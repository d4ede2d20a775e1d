import type { Model, QueryFilter } from 'mongoose';
import type { Stage } from '#libs/dossier/state.js';
import type { Instant } from '#libs/kernel/time.js';
import { behind, type Page, type PageRequest, pageOf } from '../page.js';
import type { InboxRow, WorkKind } from './inbox-row.js';

/** Mine: I hold it. Team: my roles in my agency, whoever holds it. Unassigned: of these, what nobody holds. */
export type InboxTab = 'mine' | 'team' | 'unassigned';

/** Who looks, and how far their sight reaches. */
export interface InboxReader {
  readonly person: string;
  /** Sees the tasks of every role and agency. */
  readonly all: boolean;
  readonly agency?: string;
  readonly roles: readonly string[];
}

export interface InboxFilter {
  readonly procedureId?: string;
  readonly stages?: readonly Stage[];
  readonly kinds?: readonly WorkKind[];
  /** Due earlier than this instant. */
  readonly dueBefore?: Instant;
}

export interface InboxQuestion extends PageRequest {
  readonly reader: InboxReader;
  readonly tab: InboxTab;
  readonly filter?: InboxFilter;
}

export interface InboxCounts {
  readonly mine: number;
  readonly team: number;
  readonly unassigned: number;
  /** Of the team's tasks about dossiers, by stage; a stage without tasks is absent. */
  readonly byStage: Readonly<Partial<Record<Stage, number>>>;
  /** Of the team's tasks, those due before the instant asked about. */
  readonly overdue: number;
}

/** One page of a tab, the most urgent first. @throws CursorUnreadable */
export async function listInbox(model: Model<InboxRow>, question: InboxQuestion): Promise<Page<InboxRow>> {
  const { first } = question;
  const rows = await model
    .find(inboxFilter(question))
    .sort({ dueAt: 1, _id: 1 })
    .limit(first + 1)
    .batchSize(first + 2)
    .lean<InboxRow[]>();
  return pageOf(rows, first, (row) => row.dueAt);
}

/** The filter of a page, for `explain` as well as for the page itself. */
export function inboxFilter({ reader, tab, filter, after }: InboxQuestion): QueryFilter<InboxRow> {
  return {
    ...tabOf(reader, tab),
    ...narrowed(filter),
    ...behind(after, 'dueAt', 1),
  };
}

function tabOf(reader: InboxReader, tab: InboxTab): object {
  const nobody = tab === 'unassigned' ? { holder: null } : {};
  if (tab === 'mine') return { holder: reader.person };
  if (reader.all) return nobody;
  return { agency: reader.agency ?? '', role: oneOrMore(reader.roles), ...nobody };
}

function narrowed(filter: InboxFilter = {}): object {
  return {
    ...(filter.procedureId === undefined ? {} : { procedureId: filter.procedureId }),
    ...(filter.stages ? { stage: oneOrMore(filter.stages) } : {}),
    ...(filter.kinds ? { kind: oneOrMore(filter.kinds) } : {}),
    ...(filter.dueBefore === undefined ? {} : { dueAt: { $lt: filter.dueBefore } }),
  };
}

/** A single value lets the index give the order; several are merged by the server. */
function oneOrMore(values: readonly string[]): string | { readonly $in: readonly string[] } {
  const [only] = values;
  return only !== undefined && values.length === 1 ? only : { $in: values };
}

interface Group {
  readonly _id: { readonly stage: Stage | null; readonly free: boolean };
  readonly tasks: number;
  readonly overdue: number;
}

/** The numbers on the tabs, counted from the index alone. */
export async function countInbox(
  model: Model<InboxRow>,
  reader: InboxReader,
  now: Instant,
): Promise<InboxCounts> {
  const [mine, groups] = await Promise.all([
    model.collection.countDocuments({ holder: reader.person }),
    model.collection.aggregate<Group>(countingPipeline(reader, now)).toArray(),
  ]);
  const sum = (of: (group: Group) => number) => groups.reduce((total, group) => total + of(group), 0);
  const byStage: Partial<Record<Stage, number>> = {};
  for (const { _id, tasks } of groups) if (_id.stage) byStage[_id.stage] = (byStage[_id.stage] ?? 0) + tasks;
  return {
    mine,
    team: sum(({ tasks }) => tasks),
    unassigned: sum(({ _id, tasks }) => (_id.free ? tasks : 0)),
    byStage,
    overdue: sum(({ overdue }) => overdue),
  };
}

function countingPipeline(reader: InboxReader, now: Instant): object[] {
  const late = { $cond: [{ $lt: ['$dueAt', now] }, 1, 0] };
  const group = {
    _id: { stage: '$stage', free: { $eq: ['$holder', null] } },
    tasks: { $sum: 1 },
    overdue: { $sum: late },
  };
  return [{ $match: tabOf(reader, 'team') }, { $group: group }];
}
