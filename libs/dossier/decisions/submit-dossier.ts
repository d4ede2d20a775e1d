import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import { missingPapers } from '#libs/procedures/papers.js';
import type { ApplicantKind, Procedure } from '#libs/procedures/procedure.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, type DossierRefusal, refuse } from '../refusals.js';
import { stepDue } from '../times.js';
import { namedLicence, objectionToNaming } from './about-licence.js';
import { objectionToPapers } from './papers.js';

type Filing = DossierCommands['submitDossier'];

/**
 * A dossier is filed when the procedure is offered, to this applicant, over this channel, every required paper is there, and the licence it
 * is about is the applicant's.
 */
export function submitDossier(data: Filing, _: undefined, given: Circumstances): Decision {
  const objection =
    objectionToProcedure(data, given) ?? objectionToFiling(data, given) ?? objectionToNaming(data, given);
  if (objection) return objection;
  const { procedure, procedureReference, now } = given;
  const { dossierId, channel, applicant, applicantKind, form, papers, trackingSecret } = data;
  const filed = { dossierId, channel, applicant, applicantKind, form, papers, trackingSecret };
  const rules = { procedure: procedureReference, agency: procedure.competentAgency };
  const times = { receivedAt: now, acceptBy: stepDue(given, 'receipt', {}) };
  const named = namedLicence(data, given);
  return [{ type: 'DossierSubmitted', data: { ...filed, ...rules, ...times, ...named } }];
}

/** The version must be in force today, and nobody's right may hang on figures that nobody has read in the law. */
function objectionToProcedure(
  { channel, applicantKind }: Filing,
  given: Circumstances,
): DossierRefusal | undefined {
  const { procedure, demonstration, now } = given;
  const { id, version, channels, provisional } = procedure;
  if (provisional.length > 0 && !demonstration) {
    return refuse('ProcedureProvisional', { procedure: id, version });
  }
  const on = localDateOf(now);
  if (!isInForce(procedure, on)) return refuse('NotInForceOnDay', { procedure: id, version, on });
  if (!channels.includes(channel)) return refuse('ChannelNotOffered', { channel });
  return objectionToApplicant(applicantKind, given);
}

/** Who cannot use this procedure is told which one is for them. */
function objectionToApplicant(
  applicantKind: ApplicantKind,
  { procedure, alternatives = [] }: Circumstances,
): DossierRefusal | undefined {
  const serves = ({ applicantKinds }: Procedure) => applicantKinds.includes(applicantKind);
  if (serves(procedure)) return undefined;
  const servedBy = alternatives.filter(serves).map(({ id }) => id);
  return refuse('ApplicantKindNotServed', { applicantKind, servedBy });
}

/** Both the first and the last day count. */
function isInForce({ validFrom, validTo }: Procedure, on: LocalDate): boolean {
  return validFrom <= on && (validTo === undefined || on <= validTo);
}

function objectionToFiling(
  { papers, applicantKind }: Filing,
  { procedure }: Circumstances,
): DossierRefusal | undefined {
  const objection = objectionToPapers(papers, applicantKind, procedure);
  if (objection) return objection;
  const codes = papers.map(({ code }) => code);
  const missing = missingPapers(procedure, applicantKind, codes).map(({ anyOf }) => anyOf);
  return missing.length > 0 ? refuse('PapersMissing', { missing }) : undefined;
}
