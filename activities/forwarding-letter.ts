import type { ReadDossier } from '#libs/commands/subject-reader.js';
import { givenPaperId } from '#libs/dossier/given-papers.js';
import type { LetterNumber } from '#libs/dossier/state.js';
import { issuerOf, signerOf } from './certificate-facts.js';
import { askedBy } from './denial-letter.js';
import type { ActivityDependencies } from './dependencies.js';
import { letterUrl } from './letter-url.js';
import type { ResultPaper } from './result-paper.js';

/** The letter with which a dossier is sent on to the authority that decides. @throws PaperError */
export async function drawnForwarding(
  dependencies: ActivityDependencies,
  read: ReadDossier,
  { text: letterNumber, issuedOn }: LetterNumber,
): Promise<ResultPaper> {
  const { procedure, dossier, events } = read;
  const issuer = issuerOf(procedure);
  const { parent, name, place, decider, recipients, desk } = issuer;
  const signer = signerOf(await dependencies.people.find(approverIn(events)), issuer);
  const { applicant, procedureName, dossierCode, receivedOn } = await askedBy(dependencies, read);
  const facts = {
    letterNumber,
    issuedOn,
    place,
    authority: { parent, name },
    addressee: addresseeOf(procedure),
    applicant,
    request: procedure.licence.subject ?? procedureName,
    dossierCode,
    receivedOn,
    legalGrounds: procedure.licence.legalGrounds,
    checked: procedure.checklist.map(({ text }) => text.vi),
    enclosures: [...new Set(dossier.papers.map(({ code }) => paperName(code, read)))],
    contactPhone: desk?.phone ?? '',
    recipients: ['Như trên', ...recipients.slice(-1)],
    signer,
    provisional: dependencies.books.demonstration,
    verificationUrl: letterUrl(dependencies, read, givenPaperId('forwarding', letterNumber)),
  };
  const paper = await dependencies.papers.draw('forwardingLetter', facts);
  return { paper, signing: { signer, authority: { ...facts.authority, decider } } };
}

/** What the procedure does not say is empty: the paper then refuses to be drawn. */
function addresseeOf({ result }: ReadDossier['procedure']) {
  const { name, address = '' } = result?.forwardTo ?? {};
  return { name: name?.vi ?? '', address };
}

function approverIn(events: ReadDossier['events']): string {
  const approved = events.findLast((event) => event.type === 'ForwardingApproved');
  if (approved) return approved.data.approvedBy;
  throw new Error('A letter was numbered for a dossier that nobody sent on');
}

function paperName(code: string, { procedure: { papers } }: ReadDossier): string {
  return papers.find((paper) => paper.code === code)?.name.vi ?? code;
}
