import { log } from '@temporalio/activity';
import type { MovedNews } from '#libs/commands/moved.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import { SYSTEM } from '#libs/commands/system.js';
import type { DossierCommand, NumberedPaper } from '#libs/dossier/commands.js';
import { paperNumberOf } from '#libs/dossier/paper-number.js';
import type { CertificateStage, Dossier, LetterNumber, LicenceNumber } from '#libs/dossier/state.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { ActivityDependencies, SubjectReference } from './dependencies.js';
import { foundDossier } from './found-dossier.js';
import { drawnDenial } from './denial-letter.js';
import { drawnForwarding } from './forwarding-letter.js';
import { drawnResult, type ResultPaper } from './result-paper.js';
import { paperOutcome, type PaperToIssue } from './paper-outcome.js';
import { certificateSigners } from './certificate-signers.js';

/** The papers an office makes by itself. */
export function createPaperActivities(dependencies: ActivityDependencies) {
  return {
    /**
     * Draws the certificate, the decision about a licence, or the letter that denies one or sends the dossier on, once the number is there,
     * has it signed, stores it, and records its digest. A refused signature is recorded too, and nothing more is asked of anybody until a
     * person asks again.
     */
    async issueCertificate({ id }: SubjectReference): Promise<MovedNews> {
      const read = await foundDossier(dependencies, id);
      const { dossier, news } = read;
      if (dossier.stage !== 'certificate' || dossier.signing?.refusedBy) return news;
      const number = paperNumberOf(dossier);
      if (!number) return news;
      const outcome = await paperOutcome(dependencies, toIssue(dependencies, { ...read, dossier }, number));
      // Somebody has not signed yet, which is on record: the workflow asks again.
      if (!outcome) return news;
      const answer = await dependencies.commands.dossier({
        id: id as DossierId,
        ...outcome,
        actor: SYSTEM,
        correlationId: `dossier/${id}`,
      });
      if (answer.outcome === 'refused') log.warn('certificate refused', { ...answer.refusal, dossier: id });
      return (await foundDossier(dependencies, id)).news;
    },
  };
}

type Read = ReadDossier & { readonly dossier: CertificateStage };

function toIssue(
  dependencies: ActivityDependencies,
  read: Read,
  number: LicenceNumber | LetterNumber,
): PaperToIssue<DossierCommand> {
  const { version, signing } = read.dossier;
  const { what, drawnFor } = identityOf(read.dossier, number);
  return {
    what,
    version,
    ...(signing && { signing }),
    commands: {
      requested: (data) => ({ type: 'noteSignatureRequested', data: { ...data, ...drawnFor } }),
      refused: (data) => ({ type: 'noteSignatureRefused', data: { ...data, ...drawnFor } }),
      hindered: (data) => ({ type: 'notePaperHindered', data: { ...data, ...drawnFor } }),
      issued: ({ file: certificate, ...data }) => ({
        type: 'issueCertificate',
        data: { ...drawnFor, ...data, certificate },
      }),
    },
    async draw() {
      const { paper, signing: by } = await drawn(dependencies, read, number);
      return { paper, signers: certificateSigners(read, by, `issueCertificate ${what}`) };
    },
  };
}

function drawn(
  dependencies: ActivityDependencies,
  read: Read,
  number: LicenceNumber | LetterNumber,
): Promise<ResultPaper> {
  if ('licenceId' in number) return drawnResult(dependencies, read, number);
  const draw = read.dossier.forwarding ? drawnForwarding : drawnDenial;
  return draw(dependencies, read, number);
}

export type PaperActivities = ReturnType<typeof createPaperActivities>;

interface Identity {
  readonly what: string;
  readonly drawnFor: NumberedPaper;
}

/** A licence there already is may be given several numbers of decisions: each has its own paper. */
function identityOf({ about }: Pick<Dossier, 'about'>, number: LicenceNumber | LetterNumber): Identity {
  const { text } = number;
  if (!('licenceId' in number)) return { what: `letter ${text}`, drawnFor: { text } };
  const { licenceId } = number;
  return about
    ? { what: `${licenceId} ${text}`, drawnFor: { licenceId, text } }
    : { what: licenceId, drawnFor: { licenceId } };
}
