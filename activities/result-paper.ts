import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { CertificateFacts } from '#libs/documents/certificate.js';
import type { ExtensionFacts } from '#libs/documents/decisions.js';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import type { LicenceNumber } from '#libs/dossier/state.js';
import { resultKindOf, type ResultKind } from '#libs/procedures/result.js';
import { withClaim } from './certificate-claim.js';
import { certificateFacts } from './certificate-facts.js';
import type { ActivityDependencies } from './dependencies.js';

/** Drawn, and who signs it. */
export interface ResultPaper {
  readonly paper: RenderedPaper;
  readonly signing: Pick<CertificateFacts, 'signer' | 'authority'>;
}

type Numbered = ReadDossier & { readonly number: LicenceNumber };
type Draw = (dependencies: ActivityDependencies, read: Numbered) => Promise<ResultPaper>;

/** The paper that a granted application ends in, by what it does to a licence. */
const draw: Readonly<Record<ResultKind, Draw>> = {
  'licence.issue': certificate,
  'licence.extend': extensionDecision,
};

export function drawnResult(
  dependencies: ActivityDependencies,
  read: ReadDossier,
  number: LicenceNumber,
): Promise<ResultPaper> {
  return draw[resultKindOf(read.procedure)](dependencies, { ...read, number });
}

async function certificate(dependencies: ActivityDependencies, read: Numbered): Promise<ResultPaper> {
  const signing = await withClaim(dependencies, await certificateFacts(dependencies, read, read.number));
  return { paper: await dependencies.papers.draw('certificate', signing), signing };
}

/** It says of office and signer what a certificate of the same procedure would. */
async function extensionDecision(dependencies: ActivityDependencies, read: Numbered): Promise<ResultPaper> {
  const stated = await certificateFacts(dependencies, read, read.number);
  const { about } = read.dossier;
  const { expiredBeforeOn } = read.number;
  if (!about || !expiredBeforeOn) throw new Error('A decision to extend was numbered for no licence');
  const { licenceNumber: decisionNumber, issuedOn, place, authority, subject, holder, legalGrounds } = stated;
  const { proposedBy, recipients, signer, provisional, verificationUrl, dossierCode } = stated;
  const { termYears, expiresOn } = stated;
  const office = { decisionNumber, issuedOn, place, authority, legalGrounds, proposedBy, recipients };
  const facts = {
    ...office,
    licence: { number: about.text, issuedOn: about.issuedOn, subject },
    holder,
    signer,
    provisional,
    verificationUrl,
    dossierCode,
    expiredBeforeOn,
    termYears,
    expiresOn,
  } as ExtensionFacts;
  return { paper: await dependencies.papers.draw('decision', 'extension', facts), signing: stated };
}
