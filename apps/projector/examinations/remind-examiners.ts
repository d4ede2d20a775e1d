import type { Backbone } from '#libs/backbone/backbone.js';
import { SYSTEM } from '#libs/commands/system.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import { examinationsToTell } from '#libs/licence/examinations.js';
import type { LiveModels } from '#libs/projections/live-models.js';
import { taskInbox } from '#libs/projections/task-inbox/projection.js';
import { listLyingReports, type LyingReport } from '#libs/projections/task-inbox/lying-reports.js';

interface Sources {
  readonly models: Pick<LiveModels, 'model'>;
  readonly backbone: Pick<Backbone, 'clock' | 'commands' | 'reader'>;
}

/**
 * Looks after reports that lie before the office, each time it is called: who examines them is reminded on the last day, the head of
 * division told when it is over. Both are facts of the licence, so that each is said once, whoever looks and however often.
 */
export function remindingExaminers({ models, backbone }: Sources): () => Promise<void> {
  /** Of which nothing more is to be said until their day is over: they need not be read again. */
  let told: ReadonlyMap<string, boolean> = new Map();
  return async () => {
    const now = backbone.clock.now();
    const lying = await listLyingReports(await models.model(taskInbox), now);
    for (const report of lying) {
      if (told.get(report._id) !== isLate(report, now)) await tell(report.licenceId, now, backbone);
    }
    told = new Map(lying.map((report) => [report._id, isLate(report, now)]));
  };
}

function isLate({ dueAt }: LyingReport, now: Instant): boolean {
  return dueAt <= now;
}

/** What was examined meanwhile is refused by name and does no harm. */
async function tell(id: LicenceId, now: Instant, { commands, reader }: Sources['backbone']): Promise<void> {
  const read = await reader.findLicence(id);
  if (!read) return;
  const { licence, calendar } = read;
  for (const { command, key: idempotencyKey } of examinationsToTell(licence, { now, calendar })) {
    await commands.licence({ id, command, idempotencyKey, actor: SYSTEM, correlationId: `licence/${id}` });
  }
}
