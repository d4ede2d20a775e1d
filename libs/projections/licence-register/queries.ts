import type { Model, QueryFilter } from 'mongoose';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { behind, type Page, type PageRequest, pageOf } from '../page.js';
import type { LicenceRow, RegisterRow } from './register-row.js';

/** Whose licences a list may show: all, or those for which any one of the ways holds. */
export type RegisterSight =
  { readonly all: true } | { readonly all: false; readonly applicant?: string; readonly agency?: string };

export interface RegisterFilter {
  readonly entry?: RegisterRow['entry'];
  readonly stages?: readonly LicenceRow['stage'][];
  readonly expiresBefore?: LocalDate;
  /** As printed. Every agency and every year numbers anew, so several entries may bear it. */
  readonly text?: string;
}

export interface RegisterQuestion extends PageRequest {
  readonly sight: RegisterSight;
  readonly filter?: RegisterFilter;
}

export async function findLicence(model: Model<RegisterRow>, id: LicenceId): Promise<LicenceRow | undefined> {
  return (await model.findById(`licence/${id}`).lean<LicenceRow>()) ?? undefined;
}

/** By the code that is printed on its certificate. */
export async function findLicenceByCode(
  model: Model<RegisterRow>,
  verificationCode: string,
): Promise<LicenceRow | undefined> {
  return (await model.findOne({ verificationCode }).lean<LicenceRow>()) ?? undefined;
}

/** Newest first. @throws CursorUnreadable */
export async function listRegister(
  model: Model<RegisterRow>,
  question: RegisterQuestion,
): Promise<Page<RegisterRow>> {
  const { first } = question;
  const rows = await model
    .find(registerFilter(question))
    .sort({ issuedOn: -1, _id: -1 })
    .limit(first + 1)
    .lean<RegisterRow[]>();
  return pageOf(rows, first, (row) => row.issuedOn);
}

function registerFilter({ sight, filter = {}, after }: RegisterQuestion): QueryFilter<RegisterRow> {
  const conditions: object[] = [within(sight), behind(after, 'issuedOn', -1)];
  if (filter.text !== undefined) conditions.push({ text: filter.text });
  if (filter.entry !== undefined) conditions.push({ entry: filter.entry });
  if (filter.stages !== undefined) conditions.push({ stage: { $in: filter.stages } });
  if (filter.expiresBefore !== undefined) conditions.push({ expiresOn: { $lt: filter.expiresBefore } });
  const telling = conditions.filter((condition) => Object.keys(condition).length > 0);
  return telling.length === 0 ? {} : { $and: telling };
}

function within(sight: RegisterSight): object {
  if (sight.all) return {};
  const ways: object[] = [];
  if (sight.applicant !== undefined) ways.push({ holder: sight.applicant });
  if (sight.agency !== undefined) ways.push({ agency: sight.agency });
  const [only] = ways;
  if (!only) return { _id: { $in: [] } };
  return ways.length === 1 ? only : { $or: ways };
}
