import { log } from '@temporalio/activity';
import type { CommandAnswer } from '#libs/commands/answer.js';
import type { MovedNews } from '#libs/commands/moved.js';
import { SYSTEM } from '#libs/commands/system.js';
import { agendaOf } from '#libs/dossier/agenda.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import { licenceAgenda } from '#libs/licence/agenda.js';
import type { DueDependencies, SubjectReference } from './dependencies.js';
import { foundDossier } from './found-dossier.js';
import { foundLicence } from './found-licence.js';

/**
 * Gives the commands of one kind that a dossier's agenda owes by now. Each carries the agenda's key, so that an activity that
 * runs twice records once; what was overtaken is refused by name and does no harm.
 */
export async function carryOutForDossier(
  dependencies: DueDependencies,
  { id }: SubjectReference,
  action: string,
): Promise<MovedNews> {
  const { clock, commands } = dependencies;
  const { dossier, procedure, calendar } = await foundDossier(dependencies, id);
  const now = clock.now();
  for (const item of agendaOf(dossier, procedure, calendar)) {
    if (item.action !== action || item.at > now || !item.command) continue;
    const { command, key: idempotencyKey } = item;
    const request = { command, idempotencyKey, actor: SYSTEM, correlationId: `dossier/${id}` };
    report(await commands.dossier({ id: id as DossierId, ...request }), { subject: id, action });
  }
  return (await foundDossier(dependencies, id)).news;
}

/** The same for a licence. */
export async function carryOutForLicence(
  dependencies: DueDependencies,
  { id }: SubjectReference,
  action: string,
): Promise<MovedNews> {
  const { clock, commands } = dependencies;
  const { licence, procedure, calendar } = await foundLicence(dependencies, id);
  const now = clock.now();
  for (const item of licenceAgenda(licence, procedure, calendar)) {
    if (item.action === 'issueDocument' || item.action !== action || item.at > now) continue;
    const { command, key: idempotencyKey } = item;
    const request = { command, idempotencyKey, actor: SYSTEM, correlationId: `licence/${id}` };
    report(await commands.licence({ id: id as LicenceId, ...request }), { subject: id, action });
  }
  return (await foundLicence(dependencies, id)).news;
}

function report(answer: CommandAnswer, about: { readonly subject: string; readonly action: string }): void {
  if (answer.outcome === 'refused') log.info('overtaken', { ...about, refusal: answer.refusal.refusal });
}
