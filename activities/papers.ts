import { log } from '@temporalio/activity';
import type { MovedNews } from '#libs/commands/moved.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import { SYSTEM } from '#libs/commands/system.js';
import type { DossierCommand, DossierCommands, NumberedPaper } from '#libs/dossier/commands.js';
import { paperNumberOf } from '#libs/dossier/paper-number.js';
import type { CertificateStage, Dossier, LetterNumber, LicenceNumber } from '#libs/dossier/state.js';
import { isKnownHindrance } from '#libs/issuing/signing.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { ActivityDependencies, SubjectReference } from './dependencies.js';
import { foundDossier } from './found-dossier.js';
import { drawnDenial } from './denial-letter.js';
import { drawnForwarding } from './forwarding-letter.js';
import { drawnResult, type ResultPaper } from './result-paper.js';
import { hindranceIn, hindranceKey, type Waiting } from './hindrance.js';
import { certificateSigners, numberedAt } from './certificate-signers.js';
import { SignatureRefused, signedPaper } from './sign-paper.js';

/** The papers an office makes by itself. Equal facts give equal bytes: drawn twice, a certificate is stored and recorded once. */
export function createPaperActivities(dependencies: ActivityDependencies) {
  return {
    /**
     * Draws the certificate, the decision about a licence, or the letter that denies one or sends the dossier on, once the number is there, has it signed, stores it, and records its digest. A refused signature is recorded
     * too, and nothing more is asked of anybody until a person asks again.
     */
    async issueCertificate({ id }: SubjectReference): Promise<MovedNews> {
      const read = await foundDossier(dependencies, id);
      const { dossier, news } = read;
      if (dossier.stage !== 'certificate' || dossier.signing?.refusedBy) return news;
      const number = paperNumberOf(dossier);
      if (!number) return news;
      const outcome = await outcomeOf(dependencies, { ...read, dossier }, number);
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

interface Outcome {
  readonly command: DossierCommand;
  readonly idempotencyKey: string;
}

/** What came of drawing a paper and having it signed; nothing new while somebody is awaited, or what hinders it is known. */
async function outcomeOf(
  dependencies: ActivityDependencies,
  read: ReadDossier & { readonly dossier: CertificateStage },
  number: LicenceNumber | LetterNumber,
): Promise<Outcome | undefined> {
  const identity = identityOf(read.dossier, number);
  try {
    return await made(dependencies, read, { number, ...identity });
  } catch (error) {
    const { clock, patienceMs } = dependencies;
    const times = { since: numberedAt(read), now: clock.now(), patienceMs };
    return failed(error, read.dossier, { ...identity, times });
  }
}

async function made(
  dependencies: ActivityDependencies,
  read: ReadDossier & { readonly dossier: CertificateStage },
  { number, what, drawnFor }: Identity & { readonly number: LicenceNumber | LetterNumber },
): Promise<Outcome | undefined> {
  const key = `issueCertificate ${what}`;
  const { paper, signing } = await drawn(dependencies, read, number);
  const { bytes, pages, template } = paper;
  const signed = await signedPaper(dependencies, bytes, certificateSigners(read, signing, key));
  if ('awaited' in signed) return awaiting(read.dossier, { ...signed.awaited, ...drawnFor }, what);
  const { digest: certificate } = await dependencies.blobs.put(signed.bytes);
  const { signatures } = signed;
  const data = { ...drawnFor, certificate, pages, template, signatures };
  return { command: { type: 'issueCertificate', data }, idempotencyKey: key };
}

/** A refused signature, or what keeps the paper from being made, is recorded; anything else is for the next attempt. */
function failed(
  error: unknown,
  dossier: CertificateStage,
  { what, drawnFor, times }: Identity & { readonly times: Waiting },
): Outcome | undefined {
  if (error instanceof SignatureRefused) {
    const { role, attempt } = error.refused;
    return {
      command: { type: 'noteSignatureRefused', data: { ...error.refused, ...drawnFor } },
      idempotencyKey: `noteSignatureRefused ${what} ${role} ${attempt}`,
    };
  }
  const hindrance = hindranceIn(error, times);
  if (!hindrance) throw error;
  if (isKnownHindrance(dossier, hindrance)) return undefined;
  return {
    command: { type: 'notePaperHindered', data: { ...hindrance, ...drawnFor } },
    idempotencyKey: `notePaperHindered ${what} ${hindranceKey(hindrance)} ${dossier.version}`,
  };
}

function drawn(
  dependencies: ActivityDependencies,
  read: ReadDossier & { readonly dossier: CertificateStage },
  number: LicenceNumber | LetterNumber,
): Promise<ResultPaper> {
  if ('licenceId' in number) return drawnResult(dependencies, read, number);
  const draw = read.dossier.forwarding ? drawnForwarding : drawnDenial;
  return draw(dependencies, read, number);
}

/** Noted once for each signer and attempt. */
function awaiting(
  { signing }: CertificateStage,
  data: DossierCommands['noteSignatureRequested'],
  what: string,
): Outcome | undefined {
  const { role, attempt } = data;
  const known = signing?.awaiting;
  if (known?.role === role && known.attempt === attempt) return undefined;
  const idempotencyKey = `noteSignatureRequested ${what} ${role} ${attempt}`;
  return { command: { type: 'noteSignatureRequested', data }, idempotencyKey };
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
