import { log } from '@temporalio/activity';
import type { CommandAnswer } from '#libs/commands/answer.js';
import type { MovedNews } from '#libs/commands/moved.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import { licenceResultOf } from '#libs/dossier/result.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { LicenceEvents } from '#libs/licence/events.js';
import { carryOutForLicence } from './carry-out.js';
import { type DueDependencies, SYSTEM, type SubjectReference } from './dependencies.js';
import { foundDossier } from './found-dossier.js';

/** The beginning of a licence, and what time does to one in force. */
export function createLicenceActivities(dependencies: DueDependencies) {
  const verb = (action: string) => (subject: SubjectReference) =>
    carryOutForLicence(dependencies, subject, action);
  return {
    /** Opens the licence's own stream, then notes in the dossier that it is in the register. Either half may be repeated. */
    async enterLicence({ id }: SubjectReference): Promise<MovedNews> {
      const read = await foundDossier(dependencies, id);
      const opening = openingOf(read);
      if (!opening) return read.news;
      const common = { actor: SYSTEM, correlationId: `dossier/${id}` };
      const { licenceId } = opening;
      const opened = await dependencies.commands.licence({
        ...common,
        id: licenceId,
        command: { type: 'openLicence', data: opening },
        idempotencyKey: `openLicence ${licenceId}`,
      });
      warnIfRefused(opened, id);
      const entered = await dependencies.commands.dossier({
        ...common,
        id: id as DossierId,
        command: { type: 'enterLicence', data: { licenceId } },
        idempotencyKey: `enterLicence ${licenceId}`,
      });
      warnIfRefused(entered, id);
      return (await foundDossier(dependencies, id)).news;
    },
    remindObligation: verb('remindObligation'),
    missObligation: verb('missObligation'),
    remindRenewal: verb('remindRenewal'),
    endSuspension: verb('endSuspension'),
    expireLicence: verb('expireLicence'),
  };
}

export type LicenceActivities = ReturnType<typeof createLicenceActivities>;

/** What the licence begins with; undefined unless a certificate was issued and the licence is not yet entered. */
function openingOf({ dossier }: ReadDossier): LicenceEvents['LicenceOpened'] | undefined {
  const result = licenceResultOf(dossier);
  if (!result || result.entered) return undefined;
  const { number, certificate } = result;
  const { licenceId, text, issuedOn, expiresOn } = number;
  const { id: dossierId, procedure, agency, applicant: holder, acceptance } = dossier;
  const subject = { licenceId, dossierId, dossierCode: acceptance?.code ?? '', procedure, agency, holder };
  return { ...subject, text, certificate, issuedOn, expiresOn };
}

function warnIfRefused(answer: CommandAnswer, dossier: string): void {
  if (answer.outcome === 'refused') log.warn('licence refused', { ...answer.refusal, dossier });
}
