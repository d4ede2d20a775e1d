import type { Model, QueryFilter } from 'mongoose';
import type { LocalDate } from '#libs/kernel/time.js';
import { behind, type Page, type PageRequest, pageOf } from '../page.js';
import type { ObligationRow } from './obligation-row.js';

/** Whose duties a list may show: all, or those for which any one of the ways holds. */
export type ObligationSight =
  { readonly all: true } | { readonly all: false; readonly applicant?: string; readonly agency?: string };

export interface ObligationFilter {
  readonly licenceId?: string;
  readonly holder?: string;
  readonly kind?: ObligationRow['kind'];
  readonly open?: boolean;
  /** A report lies before the office. */
  readonly examined?: boolean;
  readonly dueBefore?: LocalDate;
  /** Open, nothing handed in, and due before this day. Who lets the time to renew pass is not late with anything. */
  readonly lateOn?: LocalDate;
}

export interface ObligationQuestion extends PageRequest {
  readonly sight: ObligationSight;
  readonly filter: ObligationFilter;
}

/** What is due first comes first. @throws CursorUnreadable */
export async function listObligations(
  model: Model<ObligationRow>,
  { sight, filter, after, first }: ObligationQuestion,
): Promise<Page<ObligationRow>> {
  const conditions = [within(sight), behind(after, 'dueOn', 1), ...conditionsOf(filter)];
  const telling = conditions.filter((condition) => Object.keys(condition).length > 0);
  const query: QueryFilter<ObligationRow> = telling.length === 0 ? {} : { $and: telling };
  const rows = await model
    .find(query)
    .sort({ dueOn: 1, _id: 1 })
    .limit(first + 1)
    .lean<ObligationRow[]>();
  return pageOf(rows, first, (row) => row.dueOn);
}

function conditionsOf({ open, dueBefore, lateOn, ...equal }: ObligationFilter): readonly object[] {
  return [
    equal,
    ...(open === undefined ? [] : [{ outcome: open ? null : { $ne: null } }]),
    ...(dueBefore === undefined ? [] : [{ dueOn: { $lt: dueBefore } }]),
    ...(lateOn === undefined
      ? []
      : [{ kind: { $ne: 'renewal' }, outcome: null, examined: false, dueOn: { $lt: lateOn } }]),
  ];
}

function within(sight: ObligationSight): object {
  if (sight.all) return {};
  const ways: object[] = [];
  if (sight.applicant !== undefined) ways.push({ holder: sight.applicant });
  if (sight.agency !== undefined) ways.push({ agency: sight.agency });
  return ways.length === 0 ? { _id: { $in: [] } } : { $or: ways };
}
