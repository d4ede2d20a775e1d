import type { Backbone } from '#libs/backbone/backbone.js';
import type { Calendar } from '#libs/calendar/calendar.js';
import { calendarFor } from '#libs/calendar/register.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import { type Shift, shiftsOf } from '#libs/dossier/clocks.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { dossierDetails } from '#libs/projections/dossier-details/projection.js';
import { Generations } from '#libs/projections/generations.js';
import { LiveModels } from '#libs/projections/live-models.js';
import { CliError } from '../cli-error.js';

/** A dossier with at least one date that another edition puts elsewhere. */
export interface Affected extends ReadDossier {
  readonly shifts: readonly Shift[];
}

const PATIENCE_MS = 30_000;

/**
 * Who would move under an edition: every open dossier of the agencies that keep its calendar. One after the other, so that
 * commands have their turn in between.
 */
export async function* affectedBy(backbone: Backbone, candidate: Calendar): AsyncGenerator<Affected, void> {
  for await (const id of openDossiers(backbone)) {
    const read = await backbone.reader.findDossier(id);
    if (!read || read.dossier.stage === 'closed') continue;
    if (keptInstead(read.calendar, candidate, read.dossier.agency) !== candidate) continue;
    const shifts = shiftsOf(read.dossier, read.procedure, candidate);
    if (shifts.length > 0) yield { ...read, shifts };
  }
}

/** Which of the two an agency keeps once the candidate is in force. */
function keptInstead(inForce: Calendar, candidate: Calendar, agency: string): Calendar | undefined {
  return calendarFor({ calendars: [inForce, candidate], keepNational: ['*'] }, agency);
}

/** As the read models know them, once they have seen all that the log holds now. */
async function* openDossiers({ connection, store, clock }: Backbone): AsyncGenerator<DossierId, void> {
  const models = new LiveModels(new Generations(connection, clock));
  const tail = await store.tail();
  if (tail === 0) return;
  const answer = await models.waitForPosition([dossierDetails.name], tail, { timeoutMs: PATIENCE_MS });
  if (answer.outcome !== 'reached') {
    throw new CliError(
      `Mô hình đọc mới đến vị trí ${answer.seen} của nhật ký, cần ${tail}: Hoso có đang chạy không? (The read models have seen position ${answer.seen} of ${tail}: is Hoso running?)`,
    );
  }
  const model = await models.model(dossierDetails);
  const open = model
    .find({ stage: { $ne: 'closed' } }, { _id: 1 })
    .sort({ _id: 1 })
    .lean<{ _id: DossierId }[]>();
  for await (const { _id } of open.cursor()) yield _id;
}
