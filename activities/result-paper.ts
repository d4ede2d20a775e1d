import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { CertificateFacts } from '#libs/documents/certificate.js';
import type { AmendmentFacts, DecisionCommonFacts, DecisionFacts } from '#libs/documents/decisions.js';
import type { ConfirmationFacts, LetterCommonFacts } from '#libs/documents/letters.js';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import { givenPaperId, resultPaperOf } from '#libs/dossier/given-papers.js';
import type { LicenceNumber } from '#libs/dossier/state.js';
import { type FactTexts, renewedFacts } from '#libs/procedures/prefill.js';
import { type AskedChange, resultKindOf, type ResultKind } from '#libs/procedures/result.js';
import { withClaim } from './certificate-claim.js';
import { certificateFacts, type NumberedDossier } from './certificate-facts.js';
import type { ActivityDependencies } from './dependencies.js';
import { formAnswers } from './form-answers.js';
import { letterUrl } from './letter-url.js';
import { statedByLicence } from './stated-by-licence.js';

/** Drawn, and who signs it. */
export interface ResultPaper {
  readonly paper: RenderedPaper;
  readonly signing: Pick<CertificateFacts, 'signer' | 'authority'>;
}

type Draw = (dependencies: ActivityDependencies, read: NumberedDossier) => Promise<ResultPaper>;

/** The paper that a granted application ends in, by what it does to a licence. */
const draw: Readonly<Record<Exclude<ResultKind, 'dossier.forward'>, Draw>> = {
  'licence.issue': certificate,
  'licence.extend': decision('extension', (stated) => {
    const { termYears, expiresOn, number } = stated;
    return { expiredBeforeOn: number.expiredBeforeOn ?? expiresOn, termYears, expiresOn };
  }),
  'licence.amend': decision('amendment', (stated) => ({
    changes: amended(stated),
    effectiveOn: stated.issuedOn,
  })),
  'licence.reissue': decision('reissue', ({ expiresOn, asked, factNames }) => ({
    reason: nameOf(factNames, asked.cause),
    expiresOn,
  })),
  'licence.noteChange': confirmation((stated) => ({
    what: nameOf(stated.factNames, stated.asked.change),
    since: stated.asked.changedOn ?? stated.issuedOn,
    changed: renewed(stated),
    validUntil: stated.expiresOn,
  })),
  'licence.return': confirmation(({ factNames, issuedOn }) => ({
    what: nameOf(factNames, 'return'),
    since: issuedOn,
  })),
};

export async function drawnResult(
  dependencies: ActivityDependencies,
  read: ReadDossier,
  number: LicenceNumber,
): Promise<ResultPaper> {
  const kind = resultKindOf(read.procedure);
  if (kind === 'dossier.forward') throw new Error('What is sent on has no number of a licence');
  const answers = await formAnswers(dependencies, read.dossier.form);
  return draw[kind](dependencies, { ...read, number, answers });
}

async function certificate(dependencies: ActivityDependencies, read: NumberedDossier): Promise<ResultPaper> {
  const signing = await withClaim(dependencies, await certificateFacts(dependencies, read));
  return { paper: await dependencies.papers.draw('certificate', signing), signing };
}

/** What is known when a paper about a licence there is is drawn: what a certificate of the same procedure would say, and what was asked. */
type Stated = CertificateFacts & {
  readonly number: LicenceNumber;
  /** What the licence says of itself until this paper is out. */
  readonly said: FactTexts;
  /** What of it the application replaces, in words. */
  readonly renews: FactTexts;
  readonly asked: AskedChange;
  readonly factNames: Readonly<Record<string, string>>;
  /** What is amended, as three lists of one length. */
  readonly changes?: Readonly<Record<'fact' | 'before' | 'after', readonly string[]>>;
};

async function statedBy(dependencies: ActivityDependencies, read: NumberedDossier): Promise<Stated> {
  const { dossier, procedure, number, answers } = read;
  const { asked = {} } = dossier;
  const facts = await certificateFacts(dependencies, read);
  const said = await statedByLicence(dependencies, read, number.text);
  const { factNames = {}, renews: rule } = procedure.result ?? {};
  const renews = rule ? renewedFacts(rule, answers) : new Map<string, string>();
  const paper = resultPaperOf(procedure);
  const own = paper && { verificationUrl: letterUrl(dependencies, read, givenPaperId(paper, number.text)) };
  return { ...facts, ...own, holder: holderIn(said, facts), number, said, renews, asked, factNames };
}

/** As the licence names them; where it came from elsewhere and says nothing, as they name themselves. */
function holderIn(said: FactTexts, { holder }: CertificateFacts): CertificateFacts['holder'] {
  const taxCode = said.get('holder.taxCode') ?? holder.taxCode;
  return {
    name: said.get('holder.name') ?? holder.name,
    address: said.get('holder.address') ?? holder.address,
    ...(taxCode === undefined ? {} : { taxCode }),
  };
}

/** Who writes to whom about which licence. */
function commonFacts(stated: Stated, { about }: ReadDossier['dossier']) {
  if (!about) throw new Error('A decision about a licence was numbered for no licence');
  const { issuedOn, place, authority, subject, holder, legalGrounds, recipients } = stated;
  const { signer, provisional, verificationUrl, dossierCode } = stated;
  const licence = { number: about.text, issuedOn: about.issuedOn, subject };
  const office = { issuedOn, place, authority, legalGrounds, recipients, signer, provisional };
  return { ...office, licence, holder, verificationUrl, dossierCode };
}

function decision<Kind extends 'amendment' | 'extension' | 'reissue'>(
  kind: Kind,
  own: (stated: Stated) => Omit<DecisionFacts[Kind], keyof DecisionCommonFacts>,
): Draw {
  return async (dependencies, read) => {
    const stated = await statedBy(dependencies, read);
    const { licenceNumber: decisionNumber, proposedBy } = stated;
    const common = { ...commonFacts(stated, read.dossier), decisionNumber, proposedBy };
    const facts = { ...common, ...own(stated) } as unknown as DecisionFacts[Kind];
    return { paper: await dependencies.papers.draw('decision', kind, facts), signing: stated };
  };
}

function confirmation(own: (stated: Stated) => Omit<ConfirmationFacts, keyof LetterCommonFacts>): Draw {
  return async (dependencies, read) => {
    const stated = await statedBy(dependencies, read);
    const common = { ...commonFacts(stated, read.dossier), letterNumber: stated.licenceNumber };
    const facts = { ...common, ...own(stated) } as ConfirmationFacts;
    return { paper: await dependencies.papers.draw('letter', 'confirmation', facts), signing: stated };
  };
}

/** What it said is told by the licence; the applicant's word stands in where the licence has none. */
function amended({ changes, said, factNames }: Stated): AmendmentFacts['changes'] {
  const { fact = [], before = [], after = [] } = changes ?? {};
  return fact.map((code, index) => ({
    what: nameOf(factNames, code),
    before: said.get(code) ?? before[index] ?? '',
    after: after[index] ?? '',
  }));
}

/** A notice is of one change. Nothing is said of before where the licence does not: the form starts with what may be another fact. */
function renewed({ renews, said }: Stated): NonNullable<ConfirmationFacts['changed']> {
  const [[fact, after] = ['', '']] = [...renews];
  const before = said.get(fact);
  return { ...(before === undefined ? {} : { before }), after };
}

/** What has no name leaves it empty: the paper then refuses to be drawn. */
function nameOf(names: Stated['factNames'], code = ''): string {
  return names[code] ?? '';
}
