import type { mongo } from 'mongoose';
import type { Backbone } from '#libs/backbone/backbone.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { CliError } from '../cli-error.js';
import { formsIn } from './kept-form.js';

type Log = Pick<Backbone, 'connection' | 'reader'>;

const BY_DOSSIER = 'dossier/';
const DIGEST = /^[0-9a-f]{64}$/u;

/** The dossier by its id or code, or by the digest of any of its forms. @throws CliError where there is none */
export async function dossierNamed(log: Log, named: string): Promise<ReadDossier> {
  const byId = await log.reader.findDossier(named as DossierId);
  if (byId) return byId;
  const query = DIGEST.test(named)
    ? { 'events.data.form': named, stream: { $regex: `^${BY_DOSSIER}` } }
    : { 'events.data.code': named, claims: { $regex: '^dossier:' } };
  const [id] = await dossiersIn(log, query);
  const read = id && (await log.reader.findDossier(id));
  if (read) return read;
  throw new CliError(await whyNone(log, named));
}

/** Other dossiers with the same answers under the same digest. */
export async function alsoOf(log: Log, { dossier, events }: ReadDossier): Promise<readonly DossierId[]> {
  const query = { 'events.data.form': { $in: formsIn(events) }, stream: { $regex: `^${BY_DOSSIER}` } };
  const all = await dossiersIn(log, query);
  return all.filter((id) => id !== dossier.id);
}

async function dossiersIn(
  log: Log,
  query: mongo.Filter<{ readonly stream: string }>,
): Promise<readonly DossierId[]> {
  const streams = await logOf(log).distinct('stream', query);
  return streams.map((stream) => stream.slice(BY_DOSSIER.length) as DossierId);
}

async function whyNone(log: Log, named: string): Promise<string> {
  const reported = { events: { $elemMatch: { type: 'ReportSubmitted', 'data.report': named } } };
  const report = await logOf(log).findOne(reported);
  if (!report) return `${named}: nhật ký không có hồ sơ hay đơn này (the log has no such dossier or form)`;
  return `${named}: đây là báo cáo của ${report.stream}, không phải đơn (a report under ${report.stream}, no form)`;
}

function logOf({ connection }: Log) {
  return connection.getClient().db(connection.name).collection<{ stream: string }>('log');
}
