import { currentFacts } from '#libs/backbone/current-facts.js';
import { fromStored } from '#libs/commands/stored-events.js';
import type { ReadLicence } from '#libs/commands/subject-reader.js';
import type { DecisionFacts } from '#libs/documents/decisions.js';
import type { LetterFacts } from '#libs/documents/letters.js';
import { verificationCodeOf } from '#libs/evidence/verification-code.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { DecisionDocument, DocumentKind } from '#libs/licence/document-events.js';
import type { Ground, LicenceEvent, LicenceEventOf, LicenceEventType } from '#libs/licence/events.js';
import { obligationsOf, type OwedObligation } from '#libs/licence/obligations.js';
import { codedText } from '#libs/procedures/reason-texts.js';
import type { DocumentRules, LetterTexts, Supervision } from '#libs/procedures/supervision.js';
import { issuerOf, signerOf } from './certificate-facts.js';
import type { ActivityDependencies } from './dependencies.js';
import { FormMissing } from './form-answers.js';
import type { NumberedDocument } from './documents.js';

/** What every document about a licence says, and whose signature it bears. */
export async function commonFacts(
  dependencies: ActivityDependencies,
  read: ReadLicence,
  document: NumberedDocument,
) {
  const { id, number, approvedBy } = document;
  const { licence, procedure } = read;
  const issuer = issuerOf(procedure);
  const { parent, name, decider, place } = issuer;
  const { facts, former, isErased } = await currentFacts(dependencies, read);
  // What is left may say what an application changed since: no official document may.
  if (isErased) throw new FormMissing(`An application about the licence ${licence.id} was erased`);
  const said = (fact: string) => facts.get(fact) ?? former.get(fact);
  const taxCode = said('holder.taxCode');
  return {
    issuedOn: number.issuedOn,
    place,
    authority: { parent, name, decider },
    licence: {
      number: licence.text,
      issuedOn: licence.issuedOn,
      subject: procedure.licence.subject ?? procedure.licence.name.vi,
    },
    // A name that was never learned leaves its place empty: the paper then refuses to be drawn.
    holder: {
      name: said('holder.name') ?? '',
      address: said('holder.address') ?? '',
      ...(taxCode === undefined ? {} : { taxCode }),
    },
    legalGrounds: [...procedure.licence.legalGrounds, ...clausesOf(read, document)],
    recipients: issuer.recipients,
    signer: signerOf(approvedBy && (await dependencies.people.find(approvedBy)), issuer),
    provisional: dependencies.books.demonstration,
    verificationUrl: `${dependencies.verificationUrl}/${verificationCodeOf(licence.id, id)}`,
  };
}

/** By which rule the authority acts here, beside what every paper of the procedure goes back to: as it was recorded with the act. */
function clausesOf(read: ReadLicence, document: NumberedDocument): readonly string[] {
  const { kind, obligation } = document;
  const asked = read.licence.asked.find((one) => one.obligation === obligation);
  if (asked) return [asked.clause];
  const measure = measures[kind];
  return measure ? [measureOf(read, document, measure).clause] : [];
}

const measures: Readonly<Partial<Record<DocumentKind, 'LicenceSuspended' | 'LicenceRevoked'>>> = {
  suspension: 'LicenceSuspended',
  revocation: 'LicenceRevoked',
};

type Own<Facts, Common> = Omit<Facts, keyof Common>;
type Common = Awaited<ReturnType<typeof commonFacts>>;
type OwnDecision<Kind extends DecisionDocument> = Own<DecisionFacts[Kind], Common>;

/** What a decision alone says: the measure that it puts into writing. */
export const decisionParts: {
  readonly [Kind in DecisionDocument]: (read: ReadLicence, document: NumberedDocument) => OwnDecision<Kind>;
} = {
  suspension(read, document) {
    const { reason, ground, suspendedOn, until, appealUntil } = measureOf(read, document, 'LicenceSuspended');
    const { rules, supervision } = rulesOf(read);
    return {
      decisionNumber: document.number.text,
      reasons: reasonsOf(ground, reason, supervision),
      fromOn: suspendedOn,
      untilOn: until,
      remedies: rules.suspended,
      appealUntil,
    };
  },
  revocation(read, document) {
    const { reason, ground, revokedOn, appealUntil } = measureOf(read, document, 'LicenceRevoked');
    const { rules, supervision } = rulesOf(read);
    return {
      decisionNumber: document.number.text,
      reasons: reasonsOf(ground, reason, supervision),
      fromOn: revokedOn,
      duties: rules.revoked,
      appealUntil,
    };
  },
  lifting(read, document) {
    const { reason, liftedOn } = measureOf(read, document, 'SuspensionLifted');
    return {
      decisionNumber: document.number.text,
      reason,
      suspendedOn: suspensionBefore(read, document),
      fromOn: liftedOn,
      expiresOn: read.licence.expiresOn,
    };
  },
};

type DrawnLetter =
  | { readonly kind: 'demand'; readonly facts: Own<LetterFacts['demand'], Common> }
  | { readonly kind: 'reminder'; readonly facts: Own<LetterFacts['reminder'], Common> };

/** What a letter alone says: the duty that it is about. */
export function letterParts(read: ReadLicence, document: NumberedDocument): DrawnLetter {
  const duty = dutyOf(read, document);
  const { dueOn } = duty;
  const { desk } = issuerOf(read.procedure);
  const letterNumber = document.number.text;
  const contactPhone = desk?.phone ?? '';
  const { rules } = rulesOf(read);
  if (document.kind === 'reminder') {
    const asked = duty.subject === undefined ? '' : `: ${duty.subject}`;
    const about = `thực hiện nghĩa vụ “${duty.name.vi}”${asked}`;
    return { kind: 'reminder', facts: { letterNumber, contactPhone, duty: about, dueOn } };
  }
  const texts = rules.letters[document.kind === 'remedyOrder' ? 'remedy' : 'demandedReport'];
  return {
    kind: 'demand',
    facts: { letterNumber, contactPhone, ...demandOf(duty, texts), answerUntil: dueOn },
  };
}

function demandOf({ subject = '' }: OwedObligation, { asks, finds, demands, consequence }: LetterTexts) {
  return { subject: asks, findings: [`${finds} ${subject}`], demands, consequence };
}

function rulesOf({ procedure }: ReadLicence): {
  readonly rules: DocumentRules;
  readonly supervision: Supervision;
} {
  const { supervision } = procedure.licence;
  if (supervision?.documents) return { rules: supervision.documents, supervision };
  throw new Error(
    `Procedure ${procedure.id} ${procedure.version} says nothing of documents about its licence`,
  );
}

/** Which rule was broken, in the procedure's words, and what the authority said of it. */
function reasonsOf(ground: Ground, reason: string, { violations }: Supervision): readonly string[] {
  switch (ground.kind) {
    case 'violation':
      return [codedText(ground.violation, violations), reason];
    case 'remedyOverrun':
      return ['Không thực hiện yêu cầu khắc phục trong thời hạn quy định', reason];
    case 'suspendedAgain':
      return ['Bị đình chỉ hiệu lực giấy phép lần thứ hai', reason];
  }
}

/** The measure stands in the commit in which the document was ordered. */
function measureOf<Type extends LicenceEventType>(
  { commits }: ReadLicence,
  { id }: NumberedDocument,
  type: Type,
): LicenceEventOf<Type>['data'] {
  const ordered = commits.find(({ events }) => eventsIn(events).some((event) => orders(event, id)));
  const measure = eventsIn(ordered?.events ?? []).find((event) => event.type === type);
  if (measure) return measure.data as LicenceEventOf<Type>['data'];
  throw new Error(`No ${type} was recorded with the document ${id}`);
}

function orders({ type, data }: LicenceEvent, document: string): boolean {
  return type === 'DocumentOrdered' && data.document === document;
}

function eventsIn(events: ReadLicence['commits'][number]['events']): readonly LicenceEvent[] {
  return events.map((event) => fromStored<LicenceEvent>(event));
}

/** The suspension that was lifted, the last one before the document was ordered. */
function suspensionBefore({ commits }: ReadLicence, { id }: NumberedDocument): LocalDate {
  const all = commits.flatMap(({ events }) => eventsIn(events));
  const before = all.slice(
    0,
    all.findIndex((event) => orders(event, id)),
  );
  const suspended = before.findLast((event) => event.type === 'LicenceSuspended');
  if (suspended) return suspended.data.suspendedOn;
  throw new Error(`No suspension was recorded before the document ${id}`);
}

function dutyOf({ licence, procedure }: ReadLicence, { id, obligation }: NumberedDocument): OwedObligation {
  const duty = obligationsOf(licence, procedure).find((one) => one.id === obligation);
  if (duty) return duty;
  throw new Error(`The document ${id} is about a duty that the licence does not have`);
}
