import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { DossierEvents } from '#libs/dossier/events.js';
import { givenPaperId } from '#libs/dossier/given-papers.js';
import type { LetterNumber } from '#libs/dossier/state.js';
import { localDateOf } from '#libs/kernel/time.js';
import { licenceFacts } from '#libs/procedures/licence-facts.js';
import { reasonTexts } from '#libs/procedures/reason-texts.js';
import { issuerOf, signerOf } from './certificate-facts.js';
import type { ActivityDependencies } from './dependencies.js';
import { formAnswers } from './form-answers.js';
import { letterUrl } from './letter-url.js';
import type { ResultPaper } from './result-paper.js';

/** The letter that tells an applicant that the licence is denied, and why. @throws PaperError */
export async function drawnDenial(
  dependencies: ActivityDependencies,
  read: ReadDossier,
  { text: letterNumber, issuedOn }: LetterNumber,
): Promise<ResultPaper> {
  const { procedure, events } = read;
  const issuer = issuerOf(procedure);
  const { parent, name, place, decider, recipients, desk } = issuer;
  const { approvedBy, reasons } = denialOf(events);
  const signer = signerOf(await dependencies.people.find(approvedBy), issuer);
  const facts = {
    letterNumber,
    issuedOn,
    place,
    authority: { parent, name },
    ...(await askedBy(dependencies, read)),
    legalGrounds: procedure.licence.legalGrounds,
    reasons: reasonTexts(reasons, procedure.denialReasons),
    contactPhone: desk?.phone ?? '',
    recipients: ['Như trên', ...recipients.slice(-1)],
    signer,
    provisional: dependencies.books.demonstration,
    verificationUrl: letterUrl(dependencies, read, givenPaperId('denial', letterNumber)),
  };
  const paper = await dependencies.papers.draw('denialLetter', facts);
  return { paper, signing: { signer, authority: { ...facts.authority, decider } } };
}

/** Who asked for what, and when. What is not known is empty: the paper then refuses to be drawn. */
export async function askedBy(dependencies: ActivityDependencies, { dossier, procedure }: ReadDossier) {
  const answers = await formAnswers(dependencies, dossier.form);
  const { holder = {} } = licenceFacts(procedure.licence.contents ?? [], answers) as {
    readonly holder?: { readonly name?: string; readonly address?: string };
  };
  const { name = '', address = '' } = holder;
  return {
    applicant: { name, address },
    procedureName: procedure.name.vi,
    dossierCode: dossier.acceptance?.code ?? '',
    receivedOn: localDateOf(dossier.receivedAt),
  };
}

function denialOf(events: ReadDossier['events']): DossierEvents['LicenceDenied'] {
  const denied = events.findLast((event) => event.type === 'LicenceDenied');
  if (denied) return denied.data;
  throw new Error('A letter of denial was numbered for a dossier that was not denied');
}
