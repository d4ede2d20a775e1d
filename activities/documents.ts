import { log } from '@temporalio/activity';
import type { MovedNews } from '#libs/commands/moved.js';
import type { ReadLicence } from '#libs/commands/subject-reader.js';
import { SYSTEM } from '#libs/commands/system.js';
import { type IssueItem, licenceAgenda } from '#libs/licence/agenda.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { OfficialDocument } from '#libs/licence/documents.js';
import type { DueDependencies, SubjectReference } from './dependencies.js';
import { foundLicence } from './found-licence.js';
import type { PaperOutcome } from './paper-outcome.js';

/** A document that has its number. */
export type NumberedDocument = OfficialDocument & Required<Pick<OfficialDocument, 'number'>>;

/** Who makes documents. */
export type Workshop = (
  read: ReadLicence,
  document: NumberedDocument,
) => Promise<PaperOutcome<LicenceCommand> | undefined>;

/** Decisions and letters about a licence, made once they have their number. */
export function createDocumentActivities(dependencies: DueDependencies, workshop: Workshop) {
  const { commands, clock } = dependencies;
  const issue = async (read: ReadLicence, document: NumberedDocument): Promise<void> => {
    const outcome = await workshop(read, document);
    if (!outcome) return;
    const { id } = read.licence;
    const answer = await commands.licence({ id, ...outcome, actor: SYSTEM, correlationId: `licence/${id}` });
    if (answer.outcome === 'refused') log.warn('document refused', { ...answer.refusal, licence: id });
  };
  return {
    /** Draws what is due and not yet out, has it signed, stores it and records its digest; a refused signature is recorded too. */
    async issueDocument({ id }: SubjectReference): Promise<MovedNews> {
      const read = await foundLicence(dependencies, id);
      // At once: none waits for what is wrong with another, nor for all the services that another asks.
      const tried = await Promise.allSettled(dueDocuments(read, clock.now()).map((due) => issue(read, due)));
      for (const one of tried) if (one.status === 'rejected') throw one.reason;
      return (await foundLicence(dependencies, id)).news;
    },
  };
}

export type DocumentActivities = ReturnType<typeof createDocumentActivities>;

function dueDocuments(
  { licence, procedure, calendar }: ReadLicence,
  now: string,
): readonly NumberedDocument[] {
  const due = licenceAgenda(licence, procedure, calendar)
    .filter((item): item is IssueItem => item.action === 'issueDocument' && item.at <= now)
    .map(({ document }) => document);
  return licence.documents.filter((one): one is NumberedDocument => !!one.number && due.includes(one.id));
}
