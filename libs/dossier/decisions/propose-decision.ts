import type { Procedure } from '#libs/procedures/procedure.js';
import { hasTerm, resultKindOf } from '#libs/procedures/result.js';
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
    objectionToKind(data, procedure) ??
    (data.kind === 'deny' ? objectionToDenial(data, procedure) : objectionToGrant(data, dossier, procedure));
  if (objection) return objection;
  const { kind, reasons, termYears } = data;
  const draft = { kind, reasons, ...(termYears === undefined ? {} : { termYears }), preparedBy: actor };
  return [
    {
      type: 'DecisionProposed',
      data: { ...draft, proposedAt: now, decideBy: stepDue(given, 'decision', dossier) },
    },
  ];
}

/** Where another authority decides, nobody here proposes to grant, and what is decided here is not sent on. */
function objectionToKind({ kind }: Proposal, procedure: Procedure): DossierRefusal | undefined {
  const isSentOn = resultKindOf(procedure) === 'dossier.forward';
  if (kind === 'grant' && isSentOn) {
    return refuse('DecidedElsewhere', { authority: procedure.result?.forwardTo?.name.vi ?? '' });
  }
  return kind === 'forward' && !isSentOn ? refuse('DecidedHere', {}) : undefined;
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
  proposal: Proposal,
  dossier: AppraisalStage,
  procedure: Procedure,
): DossierRefusal | undefined {
  return (
    objectionFromChecklist(dossier, procedure) ??
    objectionFromAgencies(dossier, procedure) ??
    objectionToTerm(proposal, procedure)
  );
}

/** Every item of the checklist was looked at and is met. */
function objectionFromChecklist(
  { findings = [] }: AppraisalStage,
  { checklist }: Procedure,
): DossierRefusal | undefined {
  const found = findings.map(({ item }) => item);
  const missing = checklist.map(({ code }) => code).filter((code) => !found.includes(code));
  if (missing.length > 0) return refuse('ChecklistIncomplete', { missing });
  const items = findings.filter(({ met }) => !met).map(({ item }) => item);
  return items.length > 0 ? refuse('ChecklistItemUnmet', { items }) : undefined;
}

/** Some agencies, by the procedure, can forbid a grant. */
function objectionFromAgencies(
  { opinions }: AppraisalStage,
  procedure: Procedure,
): DossierRefusal | undefined {
  const objecting = opinions.filter(({ given }) => given?.position === 'objects').map(({ agency }) => agency);
  const forbidding = procedure.opinions.filter(({ objectionForbidsGrant }) => objectionForbidsGrant);
  const agencies = forbidding.map(({ agency }) => agency).filter((agency) => objecting.includes(agency));
  return agencies.length > 0 ? refuse('ObjectionForbidsGrant', { agencies }) : undefined;
}

function objectionToTerm({ termYears, reasons }: Proposal, procedure: Procedure): DossierRefusal | undefined {
  if (reasons.length > 0) return refuse('ReasonsNotExpected', {});
  if (hasTerm(procedure)) return objectionToYears(termYears ?? 0, procedure);
  return termYears === undefined ? undefined : refuse('TermNotExpected', {});
}

function objectionToYears(
  termYears: number,
  { licence: { maxTermYears } }: Procedure,
): DossierRefusal | undefined {
  const isAllowed = Number.isInteger(termYears) && termYears >= 1 && termYears <= maxTermYears;
  return isAllowed ? undefined : refuse('TermNotAllowed', { maxTermYears });
}

function objectionToDenial(
  { reasons, termYears }: Proposal,
  procedure: Procedure,
): DossierRefusal | undefined {
  const objection = objectionToReasons(reasons, 'denialReasons', procedure);
  return objection ?? (termYears === undefined ? undefined : refuse('TermNotExpected', {}));
}
