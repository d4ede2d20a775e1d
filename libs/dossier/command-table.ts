import type { DossierCommandType } from './commands.js';
import type { DossierRefusalName } from './refusals.js';
import type { Stage } from './state.js';

/** In which stages a command is asked at all; elsewhere, why not. What else it needs is its decision's matter. */
export type Cell = 'allowed' | DossierRefusalName;
export type Place = Stage | 'none';

const ok = 'allowed';
const unfiled = 'NotFiledYet';
const early = 'NotYetAccepted';
const accepted = 'AlreadyAccepted';
const waits = 'WaitsForSupplement';
const unasked = 'NoSupplementAsked';
const unappraised = 'NotYetUnderAppraisal';
const appraised = 'AlreadyUnderAppraisal';
const undrafted = 'NoDecisionProposed';
const drafted = 'DecisionIsProposed';
const ungranted = 'NotYetGranted';
const decided = 'AlreadyDecided';
const unissued = 'CertificateNotIssued';
const issued = 'CertificateAlreadyIssued';
const closed = 'DossierClosed';
const open = 'DossierStillOpen';

type Cells = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];
interface RowOf<Written extends Cells> {
  readonly none: Written[0];
  readonly receipt: Written[1];
  readonly completeness: Written[2];
  readonly supplement: Written[3];
  readonly appraisal: Written[4];
  readonly decision: Written[5];
  readonly certificate: Written[6];
  readonly handover: Written[7];
  readonly closed: Written[8];
}

/** Keeps each cell's own type, so that a decision must take every stage that its row allows. */
function row<const Written extends Cells>(cells: Written): RowOf<Written> {
  const [none, receipt, completeness, supplement, appraisal, decision, certificate, handover, closed] = cells;
  return { none, receipt, completeness, supplement, appraisal, decision, certificate, handover, closed };
}

const task = row([unfiled, ok, ok, ok, ok, ok, ok, ok, closed]);

// A table is read by its columns.
// prettier-ignore
export const commandTable = {
  //                            none     receipt    complete     supplement appraisal  decision   certific.  handover  closed
  submitDossier:         row([ok,      'AlreadyFiled', 'AlreadyFiled', 'AlreadyFiled', 'AlreadyFiled', 'AlreadyFiled', 'AlreadyFiled', 'AlreadyFiled', 'AlreadyFiled']),
  acceptDossier:         row([unfiled, ok,        accepted,    waits,     accepted,  accepted,  accepted,  accepted, closed]),
  refuseIntake:          row([unfiled, ok,        accepted,    waits,     accepted,  accepted,  accepted,  accepted, closed]),
  redirectDossier:       row([unfiled, ok,        ok,          waits,     appraised, drafted,   decided,   decided,  closed]),
  confirmCompleteness:   row([unfiled, early,     ok,          waits,     appraised, appraised, decided,   decided,  closed]),
  requestSupplement:     row([unfiled, ok,        ok,          waits,     ok,        drafted,   decided,   decided,  closed]),
  receiveSupplement:     row([unfiled, unasked,   unasked,     ok,        unasked,   unasked,   unasked,   unasked,  closed]),
  lapseSupplement:       row([unfiled, unasked,   unasked,     ok,        unasked,   unasked,   unasked,   unasked,  closed]),
  assignTask:            task,
  claimTask:             task,
  releaseTask:           task,
  handOverTask:          task,
  recordAppraisal:       row([unfiled, early,     unappraised, waits,     ok,        drafted,   decided,   decided,  closed]),
  askOpinions:           row([unfiled, early,     unappraised, waits,     ok,        drafted,   decided,   decided,  closed]),
  giveOpinion:           row([unfiled, early,     unappraised, ok,        ok,        drafted,   decided,   decided,  closed]),
  noteOpinionOverdue:    row([unfiled, early,     unappraised, waits,     ok,        drafted,   decided,   decided,  closed]),
  proposeDecision:       row([unfiled, early,     unappraised, waits,     ok,        drafted,   decided,   decided,  closed]),
  returnDraft:           row([unfiled, early,     unappraised, waits,     undrafted, ok,        decided,   decided,  closed]),
  grantLicence:          row([unfiled, early,     unappraised, waits,     undrafted, ok,        decided,   decided,  closed]),
  approveForwarding:     row([unfiled, early,     unappraised, waits,     undrafted, ok,        decided,   decided,  closed]),
  denyLicence:           row([unfiled, early,     unappraised, waits,     undrafted, ok,        decided,   decided,  closed]),
  allocateLicenceNumber: row([unfiled, early,     unappraised, waits,     ungranted, ungranted, ok,        issued,   closed]),
  voidLicenceNumber:     row([unfiled, early,     unappraised, waits,     ungranted, ungranted, ok,        issued,   closed]),
  noteSignatureRefused:  row([unfiled, early,     unappraised, waits,     ungranted, ungranted, ok,        issued,   closed]),
  noteSignatureRequested: row([unfiled, early,    unappraised, waits,     ungranted, ungranted, ok,        issued,   closed]),
  noteSignatureAnswered: row([unfiled, early,     unappraised, waits,     ungranted, ungranted, ok,        issued,   closed]),
  requestSignatureAgain: row([unfiled, early,     unappraised, waits,     ungranted, ungranted, ok,        issued,   closed]),
  notePaperHindered:     row([unfiled, early,     unappraised, waits,     ungranted, ungranted, ok,        issued,   closed]),
  issueCertificate:      row([unfiled, early,     unappraised, waits,     ungranted, ungranted, ok,        issued,   closed]),
  enterLicence:          row([unfiled, early,     unappraised, waits,     ungranted, ungranted, unissued,  ok,       ok]),
  handOverResult:        row([unfiled, early,     unappraised, waits,     ungranted, ungranted, unissued,  ok,       closed]),
  withdrawDossier:       row([unfiled, ok,        ok,          ok,        ok,        ok,        decided,   decided,  closed]),
  stopDossier:           row([unfiled, ok,        ok,          ok,        ok,        ok,        ok,        decided,  closed]),
  reopenDossier:         row([unfiled, open,      open,        open,      open,      open,      open,      open,     ok]),
  recordForwardingAnswer: row([unfiled, open,     open,        open,      open,      open,      open,      open,     ok]),
  eraseForm:             row([unfiled, open,      open,        open,      open,      open,      open,      open,     ok]),
  extendDeadline:        row([unfiled, early,     ok,          waits,     ok,        ok,        ok,        decided,  closed]),
  moveDeadlines:         row([unfiled, ok,        ok,          ok,        ok,        ok,        ok,        ok,       closed]),
  remindOfficer:         row([unfiled, ok,        ok,          waits,     ok,        ok,        ok,        ok,       closed]),
  escalateLateness:      row([unfiled, ok,        ok,          waits,     ok,        ok,        ok,        ok,       closed]),
  remindApplicant:       row([unfiled, unasked,   unasked,     ok,        unasked,   unasked,   unissued,  ok,       closed]),
} as const satisfies Readonly<Record<DossierCommandType, Readonly<Record<Place, Cell>>>>;

/** The stages in which a command is decided, by the table. */
export type PlaceOf<Type extends DossierCommandType> = {
  readonly [P in Place]: (typeof commandTable)[Type][P] extends 'allowed' ? P : never;
}[Place];
