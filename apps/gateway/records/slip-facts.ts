import { unitTexts } from '#libs/calendar/explanation-texts.js';
import type { SlipCommonFacts, SlipFacts, SlipKind } from '#libs/documents/slips.js';
import type { DossierEvents } from '#libs/dossier/events.js';
import { givenPaperId, paperGivenBy } from '#libs/dossier/given-papers.js';
import { verificationCodeOf } from '#libs/evidence/verification-code.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { LicenceIssuer, OneStopDesk, Paper, Procedure } from '#libs/procedures/procedure.js';
import { codedText, reasonTexts } from '#libs/procedures/reason-texts.js';
import { applicantOf } from './applicant.js';
import type { DossierCourse, Move } from '#libs/commands/dossier-course.js';
import type { NamesOnPaper } from './names-in.js';
import { endOf, withdrawalIn } from './stop-facts.js';

/** What papers say and the log does not know. */
export interface Known extends NamesOnPaper {
  /** Answers to the form; undefined when they were erased. */
  readonly answers: JsonObject | undefined;
  readonly demonstration: boolean;
  /** Address under which a paper is checked; its code is appended. */
  readonly verificationUrl: string;
}

type SlipEvents = Pick<
  DossierEvents,
  'DossierAccepted' | 'SupplementRequested' | 'IntakeRefused' | 'DeadlineExtended'
>;

interface SlipRule {
  readonly sign: string;
  readonly isOfDesk: boolean;
}

/** The sign behind the number of each slip. */
const slips: Readonly<Record<SlipKind, SlipRule>> = {
  receipt: { sign: 'TNHS', isOfDesk: true },
  supplement: { sign: 'HDHS', isOfDesk: true },
  refusal: { sign: 'TCHS', isOfDesk: true },
  apology: { sign: 'PXL', isOfDesk: false },
  stop: { sign: 'TBD', isOfDesk: false },
};
export const slipKinds = Object.keys(slips) as readonly SlipKind[];

/** Before acceptance a dossier has no code. */
const NO_CODE = 'Chưa cấp';
const NO_FEE = 'Không';
const NO_FEES_YET = 'Không phát sinh';

const forms: Readonly<Record<NonNullable<Paper['form']>, string>> = {
  original: 'Bản chính',
  validCopy: 'Bản sao hợp lệ',
  printout: 'Bản in',
};
/** The number of a slip, as printed. */
export function slipNumber(kind: SlipKind, position: number): string {
  return `${position}/${slips[kind].sign}`;
}

/** The code that is printed on a slip. */
export function slipCode({ dossier: { id } }: DossierCourse, { kind, move }: GivenSlip): string {
  return verificationCodeOf(id, givenPaperId(kind, move.position));
}

/** A slip that was given out: which, and the commit that it tells of. */
export interface GivenSlip {
  readonly kind: SlipKind;
  readonly move: Move;
}

/** Every slip that the dossier's course gave rise to, in order. */
export function slipsOf({ moves, procedure }: DossierCourse): readonly GivenSlip[] {
  return moves.flatMap((move) => {
    const given = move.events.map(({ type }) => paperGivenBy(type, procedure, move.after));
    return slipKinds.filter((kind) => given.includes(kind)).map((kind) => ({ kind, move }));
  });
}

/** What a slip says: all of it as the log stood when the slip was given out. */
export function slipFacts<Kind extends SlipKind>(
  course: DossierCourse,
  { kind, move }: GivenSlip & { readonly kind: Kind },
  known: Known,
): SlipFacts[Kind] {
  const common = commonFacts(course, { kind, move }, known);
  const own = ownFacts[kind] as (seen: Seen) => Omit<SlipFacts[Kind], keyof SlipCommonFacts>;
  return { ...common, ...own({ course, move, known }) } as SlipFacts[Kind];
}

interface Seen {
  readonly course: DossierCourse;
  readonly move: Move;
  readonly known: Known;
}

function commonFacts(course: DossierCourse, { kind, move }: GivenSlip, known: Known): SlipCommonFacts {
  const { procedure, dossier } = course;
  return {
    authority: authorityOf({ kind, move }, procedure),
    slipNumber: slipNumber(kind, move.position),
    place: issuerOf(procedure).place ?? '',
    madeAt: move.at,
    dossierCode: move.after.acceptance?.code ?? NO_CODE,
    procedureName: procedure.name.vi,
    applicant: applicantOf(course, known.answers, known.nameOf(dossier.applicant)),
    contactPhone: deskOf(procedure).phone,
    verificationUrl: `${known.verificationUrl}/${slipCode(course, { kind, move })}`,
    provisional: known.demonstration,
  };
}

/** The desk gives out what it decides itself, and notes what an applicant takes back; the agency, what it owes an apology or an end for. */
function authorityOf({ kind, move }: GivenSlip, procedure: Procedure): SlipCommonFacts['authority'] {
  const { parent = '', name = '' } = issuerOf(procedure);
  const isOfDesk = slips[kind].isOfDesk || withdrawalIn(move) !== undefined;
  return isOfDesk ? { parent: name, name: deskOf(procedure).name } : { parent, name };
}

const ownFacts: {
  readonly [Kind in SlipKind]: (seen: Seen) => Omit<SlipFacts[Kind], keyof SlipCommonFacts>;
} = {
  receipt({ course: { procedure, dossier }, move, known }) {
    const { dueAt } = eventIn(move, 'DossierAccepted');
    const { within } = procedure.decisionLimit;
    const { fee, resultAt } = deskOf(procedure);
    return {
      papers: move.after.papers.map(({ code }) => paperLine(code, procedure)),
      sets: 1,
      limit: `${within.amount} ${unitTexts[within.unit].vi}`,
      receivedAt: dossier.receivedAt,
      appointedAt: dueAt,
      resultAt,
      fee,
      officer: known.nameOf(move.by),
    };
  },
  supplement({ course: { procedure }, move, known }) {
    const { items, answerBy } = eventIn(move, 'SupplementRequested');
    return {
      items: items.map(({ about, guidance }) => ({
        paper: 'paper' in about ? paperName(about.paper, procedure) : about.field,
        wanted: guidance,
      })),
      reason: [...new Set(items.map(({ deficiency }) => codedText(deficiency, procedure.deficiencies)))].join(
        '; ',
      ),
      answerUntil: localDateOf(answerBy),
      officer: known.nameOf(move.by),
    };
  },
  refusal({ course: { procedure }, move, known }) {
    const { reasons, guidance } = eventIn(move, 'IntakeRefused');
    const said = guidance.trim() === '' ? {} : { guidance };
    return {
      reasons: reasonTexts(reasons, procedure.intakeRefusals),
      ...said,
      officer: known.nameOf(move.by),
    };
  },
  apology({ course: { procedure, dossier }, move, known }) {
    const { from, appointedOn, reason } = eventIn(move, 'DeadlineExtended');
    const times = { receivedAt: dossier.receivedAt, appointedAt: from, newAppointmentOn: appointedOn };
    return { ...times, reason, signer: signerOf(procedure, known.nameOf(move.by)) };
  },
  stop({ course, move, known: { nameOf } }) {
    const { fee } = deskOf(course.procedure);
    return {
      receivedAt: course.dossier.receivedAt,
      stage: stageNames[move.before?.stage ?? 'receipt'],
      fees: fee === NO_FEE ? NO_FEES_YET : fee,
      ...endOf({ course, move, nameOf }),
    };
  },
};

const stageNames: Readonly<Record<Move['after']['stage'], string>> = {
  receipt: 'Tiếp nhận hồ sơ',
  completeness: 'Kiểm tra hồ sơ',
  supplement: 'Chờ bổ sung hồ sơ',
  appraisal: 'Thẩm định hồ sơ',
  decision: 'Trình phê duyệt',
  certificate: 'Cấp số, ký ban hành',
  handover: 'Trả kết quả',
  closed: 'Đã kết thúc',
};

function eventIn<Type extends keyof SlipEvents>({ events }: Move, wanted: Type): SlipEvents[Type] {
  const found = events.find(({ type }) => type === wanted);
  if (found) return found.data as SlipEvents[Type];
  throw new Error(`No ${wanted} in this commit`);
}

/** A procedure that names no issuer or desk leaves the place empty: the paper then refuses to be drawn. */
function issuerOf({ licence }: Procedure): Partial<LicenceIssuer> {
  return licence.issuer ?? {};
}

function deskOf(procedure: Procedure): OneStopDesk {
  return issuerOf(procedure).desk ?? { name: '', phone: '', resultAt: '', fee: '' };
}

function signerOf(procedure: Procedure, name: string) {
  return { title: issuerOf(procedure).decider ?? '', name };
}

function paperLine(code: string, procedure: Procedure) {
  const paper = procedure.papers.find((one) => one.code === code);
  const form = forms[paper?.form ?? 'original'];
  return { name: paper?.name.vi ?? code, copies: paper?.copies ?? 1, form };
}

function paperName(code: string, { papers }: Procedure): string {
  return papers.find((paper) => paper.code === code)?.name.vi ?? code;
}
