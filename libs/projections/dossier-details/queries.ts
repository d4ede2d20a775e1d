import type { Model, QueryFilter } from 'mongoose';
import type { Stage } from '#libs/dossier/state.js';
import type { AgencyId, DossierId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import { behind, type Page, type PageRequest, pageOf } from '../page.js';
import type { DossierRow } from './dossier-row.js';

/** Whose dossiers a list may show: all, or those for which any one of the ways holds. */
export type DossierSight =
  | { readonly all: true }
  | {
      readonly all: false;
      readonly applicant?: string;
      readonly agency?: string;
      readonly consultedAgency?: string;
    };

export interface DossierFilter {
  readonly stages?: readonly Stage[];
  readonly procedureId?: string;
  readonly open?: boolean;
  readonly dueBefore?: Instant;
}

export interface DossierQuestion extends PageRequest {
  readonly sight: DossierSight;
  readonly filter?: DossierFilter;
}

export async function findDossier(model: Model<DossierRow>, id: DossierId): Promise<DossierRow | undefined> {
  return (await model.findById(id).lean<DossierRow>()) ?? undefined;
}

export async function findDossierByCode(
  model: Model<DossierRow>,
  code: string,
): Promise<DossierRow | undefined> {
  return (await model.findOne({ code }).lean<DossierRow>()) ?? undefined;
}

export interface ReceivedQuestion {
  readonly agency: AgencyId;
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly first: number;
}

/** What an agency received in a time, the oldest first: the ids alone. */
export async function listReceived(
  model: Model<DossierRow>,
  { agency, from, to, first }: ReceivedQuestion,
): Promise<readonly DossierId[]> {
  const rows = await model
    .find({ agency, receivedAt: { $gte: from, $lt: to } }, { _id: 1 })
    .sort({ receivedAt: 1, _id: 1 })
    .limit(first)
    .lean<Pick<DossierRow, '_id'>[]>();
  return rows.map(({ _id }) => _id);
}

/** Newest first. @throws CursorUnreadable */
export async function listDossiers(
  model: Model<DossierRow>,
  question: DossierQuestion,
): Promise<Page<DossierRow>> {
  const { first } = question;
  const rows = await model
    .find(dossierFilter(question))
    .sort({ receivedAt: -1, _id: -1 })
    .limit(first + 1)
    .lean<DossierRow[]>();
  return pageOf(rows, first, (row) => row.receivedAt);
}

export function dossierFilter({ sight, filter = {}, after }: DossierQuestion): QueryFilter<DossierRow> {
  const conditions: object[] = [within(sight), behind(after, 'receivedAt', -1)];
  if (filter.stages) conditions.push({ stage: { $in: filter.stages } });
  if (filter.procedureId !== undefined) conditions.push({ 'procedure.id': filter.procedureId });
  if (filter.open !== undefined) conditions.push({ stage: filter.open ? { $ne: 'closed' } : 'closed' });
  if (filter.dueBefore !== undefined) conditions.push({ dueAt: { $ne: null, $lt: filter.dueBefore } });
  const telling = conditions.filter((condition) => Object.keys(condition).length > 0);
  return telling.length === 0 ? {} : { $and: telling };
}

/** Who may see nothing gets a condition that nothing meets. */
function within(sight: DossierSight): object {
  if (sight.all) return {};
  const ways: object[] = [];
  if (sight.applicant !== undefined) ways.push({ applicant: sight.applicant });
  if (sight.agency !== undefined) ways.push({ agency: sight.agency });
  if (sight.consultedAgency !== undefined) ways.push({ consulted: sight.consultedAgency });
  const [only] = ways;
  if (!only) return { _id: { $in: [] } };
  return ways.length === 1 ? only : { $or: ways };
}
