import { missingPapers } from '#libs/procedures/papers.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, refuse } from '../refusals.js';
import { stepDue } from '../times.js';

/** A dossier is filed when the procedure is offered, to this applicant, over this channel, and every required paper is there. */
export function submitDossier(
  data: DossierCommands['submitDossier'],
  _: undefined,
  given: Circumstances,
): Decision {
  const { procedure, procedureReference, demonstration, now } = given;
  const { channel, applicantKind, papers } = data;
  if (procedure.provisional.length > 0 && !demonstration) {
    return refuse('ProcedureProvisional', { procedure: procedure.id, version: procedure.version });
  }
  if (!procedure.channels.includes(channel)) return refuse('ChannelNotOffered', { channel });
  if (!procedure.applicantKinds.includes(applicantKind))
    return refuse('ApplicantKindNotServed', { applicantKind });
  const unknown = papers.find(({ code }) => !procedure.papers.some((paper) => paper.code === code));
  if (unknown) return refuse('PaperUnknown', { paper: unknown.code });
  const codes = papers.map(({ code }) => code);
  const missing = missingPapers(procedure, applicantKind, codes).map(({ anyOf }) => anyOf);
  if (missing.length > 0) return refuse('PapersMissing', { missing });
  const { dossierId, applicant, form, trackingSecret } = data;
  const filed = { dossierId, channel, applicant, applicantKind, form, papers, trackingSecret };
  const acceptBy = stepDue(given, 'receipt');
  const rules = { procedure: procedureReference, agency: procedure.competentAgency };
  return [{ type: 'DossierSubmitted', data: { ...filed, ...rules, receivedAt: now, acceptBy } }];
}
