import { type CertificateFacts, printedFacts } from '#libs/documents/certificate.js';
import { claimText } from '#libs/signatures/claim/claim.js';
import { factsDigest } from '#libs/signatures/claim/facts-digest.js';
import type { ActivityDependencies } from './dependencies.js';

/** The facts with the claim that proves them without network. @throws PaperError */
export async function withClaim(
  { claimKey }: ActivityDependencies,
  facts: CertificateFacts,
): Promise<CertificateFacts> {
  const printed = printedFacts(facts);
  const { licenceNumber: number, holder, authority, issuedOn, expiresOn } = printed;
  const claim = { number, holder: holder.name, agency: authority.name, issuedOn, expiresOn };
  const text = claimText({ ...claim, factsDigest: factsDigest(printed) }, await claimKey(issuedOn));
  return { ...printed, claim: text.replaceAll(' ', '_') };
}
