import type { Procedure } from '#libs/procedures/procedure.js';
import type { Circumstances } from '../circumstances.js';
import type { DossierCommands } from '../commands.js';
import { type Decision, type DossierRefusal, refuse } from '../refusals.js';
import type { AppraisalStage } from '../state.js';
import { stepDue } from '../times.js';
import { objectionToReasons } from './reasons.js';
import { objectionToWorker } from './work.js';

type Proposal = DossierCommands['proposeDecision'];

/** A draft goes to the director when the opinions are in (or their silence speaks) and the appraisal bears it. */
export function proposeDecision(data: Proposal, dossier: AppraisalStage, given: Circumstances): Decision {
  const { procedure, actor, now } = given;
  const objection =
    objectionToWorker(dossier, actor) ??
    objectionFromOpinions(dossier, procedure) ??
    (data.kind === 'grant'
      ? objectionToGrant(data, dossier, procedure)
      : objectionToReasons(data.reasons, 'denialReasons', procedure));
  if (objection) return objection;
  const { kind, reasons, termYears } = data;
  const term = kind === 'grant' && termYears !== undefined ? { termYears } : {};
  const draft = { kind, preparedBy: actor, ...term, reasons: kind === 'grant' ? [] : reasons };
  return [
    { type: 'DecisionProposed', data: { ...draft, proposedAt: now, decideBy: stepDue(given, 'decision') } },
  ];
}

function objectionFromOpinions(
  { opinions }: AppraisalStage,
  procedure: Procedure,
): DossierRefusal | undefined {
  const unasked = procedure.opinions.filter(
    ({ agency }) => !opinions.some((opinion) => opinion.agency === agency),
  );
  if (unasked.length > 0)
    return refuse('OpinionsNotAsked', { agencies: unasked.map(({ agency }) => agency) });
  const awaited = opinions.filter(({ agency, given, overdueNoted }) => {
    const rule = procedure.opinions.find((opinion) => opinion.agency === agency);
    return !given && !(overdueNoted && rule?.silence !== 'blocks');
  });
  return awaited.length > 0
    ? refuse('OpinionsStillAwaited', { agencies: awaited.map(({ agency }) => agency) })
    : undefined;
}

function objectionToGrant(
  { termYears }: Proposal,
  { opinions, findings }: AppraisalStage,
  procedure: Procedure,
): DossierRefusal | undefined {
  if (!findings)
    return refuse('ChecklistIncomplete', { missing: procedure.checklist.map(({ code }) => code) });
  const unmet = findings.filter(({ met }) => !met).map(({ item }) => item);
  if (unmet.length > 0) return refuse('ChecklistItemUnmet', { items: unmet });
  const forbidding = procedure.opinions
    .filter(({ agency, objectionForbidsGrant }) => {
      const opinion = opinions.find((asked) => asked.agency === agency);
      return objectionForbidsGrant && opinion?.given?.position === 'objects';
    })
    .map(({ agency }) => agency);
  if (forbidding.length > 0) return refuse('ObjectionForbidsGrant', { agencies: forbidding });
  const { maxTermYears } = procedure.licence;
  const allowed =
    termYears !== undefined && Number.isInteger(termYears) && termYears >= 1 && termYears <= maxTermYears;
  return allowed ? undefined : refuse('TermNotAllowed', { maxTermYears });
}
