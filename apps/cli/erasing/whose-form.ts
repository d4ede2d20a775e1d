import type { Backbone } from '#libs/backbone/backbone.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { CliError } from '../cli-error.js';
import { dossiersWithForms, dossierWithCode, logOf } from '../dossiers-in-log.js';
import { formsIn } from './kept-form.js';

type Log = Pick<Backbone, 'connection' | 'reader'>;

const DIGEST = /^[0-9a-f]{64}$/u;

/** The dossier by its id or code, or by the digest of any of its forms. @throws CliError where there is none */
export async function dossierNamed(log: Log, named: string): Promise<ReadDossier> {
  const byId = await log.reader.findDossier(named as DossierId);
  if (byId) return byId;
  const id = DIGEST.test(named)
    ? (await dossiersWithForms(log, [named]))[0]
    : await dossierWithCode(log, named);
  const read = id && (await log.reader.findDossier(id));
  if (read) return read;
  throw new CliError(await whyNone(log, named));
}

/** Other dossiers with the same answers under the same digest. */
export async function alsoOf(log: Log, { dossier, events }: ReadDossier): Promise<readonly DossierId[]> {
  const all = await dossiersWithForms(log, formsIn(events));
  return all.filter((id) => id !== dossier.id);
}

async function whyNone(log: Log, named: string): Promise<string> {
  const reported = { events: { $elemMatch: { type: 'ReportSubmitted', 'data.report': named } } };
  const report = await logOf(log).findOne(reported);
  if (!report) return `${named}: nhật ký không có hồ sơ hay đơn này (the log has no such dossier or form)`;
  return `${named}: đây là báo cáo của ${report.stream}, không phải đơn (a report under ${report.stream}, no form)`;
}
