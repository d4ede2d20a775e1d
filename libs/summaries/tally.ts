import type { LocalDate } from '#libs/kernel/time.js';
import type { Ground, LicenceEvent, LicenceEvents, LicenceEventType } from '#libs/licence/events.js';
import { foldLicence, type Licence } from '#libs/licence/licence.js';
import { obligationsOf, type OwedObligation } from '#libs/licence/obligations.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Act, DutyLine, Standing } from './department-summary.js';

/** What one licence adds to a summary. */
export interface Tally {
  /** How it stood at the end of the period's last day; undefined where it was issued later. */
  readonly stage: Licence['stage'] | undefined;
  readonly acts: readonly Act[];
  readonly duties: readonly DutyLine[];
  readonly violations: readonly Found[];
}

interface Found {
  readonly ground: Ground;
  readonly measure: 'findings' | 'suspensions' | 'revocations';
}

export interface Asked {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly asOfOn: LocalDate;
}

interface Done {
  readonly act: Act;
  readonly on: LocalDate;
}

const nothing = (): undefined => undefined;

/** Complete over the events of a licence: a new one must say whether it is an act that is reported. */
const acts: { readonly [Type in LicenceEventType]: (data: LicenceEvents[Type]) => Done | undefined } = {
  LicenceOpened: ({ issuedOn: on }) => ({ act: 'issued', on }),
  LicenceAmended: ({ amendedOn: on }) => ({ act: 'amended', on }),
  LicenceExtended: ({ extendedOn: on }) => ({ act: 'extended', on }),
  LicenceReissued: ({ reissuedOn: on }) => ({ act: 'reissued', on }),
  HolderChangeNoted: ({ notedOn: on }) => ({ act: 'holderChanged', on }),
  LicenceSuspended: ({ suspendedOn: on }) => ({ act: 'suspended', on }),
  SuspensionLifted: ({ liftedOn: on }) => ({ act: 'resumed', on }),
  SuspensionEnded: ({ endedOn: on }) => ({ act: 'resumed', on }),
  LicenceRevoked: ({ revokedOn: on }) => ({ act: 'revoked', on }),
  LicenceReturned: ({ returnedOn: on }) => ({ act: 'returned', on }),
  LicenceReplaced: ({ replacedOn: on }) => ({ act: 'replaced', on }),
  LicenceExpired: ({ expiredOn: on }) => ({ act: 'expired', on }),
  ObligationReminded: nothing,
  RenewalReminded: nothing,
  ObligationAsked: nothing,
  ReportSubmitted: nothing,
  ReportReturned: nothing,
  ReportAccepted: nothing,
  ObligationExcused: nothing,
  ObligationMissed: nothing,
  ObligationLapsed: nothing,
  ReportLeftUnexamined: nothing,
  DocumentOrdered: nothing,
  DocumentApproved: nothing,
  DocumentNumberAllocated: nothing,
  DocumentNumberVoided: nothing,
  DocumentSignatureRequested: nothing,
  DocumentSignatureAnswered: nothing,
  DocumentSignatureRefused: nothing,
  DocumentSignatureRequestedAgain: nothing,
  DocumentHindered: nothing,
  DocumentIssued: nothing,
  WorkReminded: nothing,
  WorkEscalated: nothing,
  InspectionClaimed: nothing,
  InspectionReleased: nothing,
  InspectionClosed: ({ closedOn: on }) => ({ act: 'inspected', on }),
};

function doneBy({ type, data }: LicenceEvent): Done | undefined {
  return (acts[type] as (data: LicenceEvent['data']) => Done | undefined)(data);
}

/** All that a licence's past says about a period. */
export function tallyOf(events: readonly LicenceEvent[], procedure: Procedure, asked: Asked): Tally {
  const { fromOn, toOn, asOfOn } = asked;
  const within = events.filter((event) => {
    const on = doneBy(event)?.on;
    return on !== undefined && fromOn <= on && on <= toOn;
  });
  const byThen = foldLicence(events.filter((event) => (doneBy(event)?.on ?? fromOn) <= toOn));
  const licence = foldLicence(events);
  const due = licence ? obligationsOf(licence, procedure) : [];
  return {
    stage: byThen?.stage,
    acts: within.map((event) => doneBy(event)?.act).filter((act) => act !== undefined),
    duties: due
      .filter(({ dueOn }) => fromOn <= dueOn && dueOn <= toOn)
      .map((owed) => lineOf(licence as Licence, owed, asOfOn)),
    violations: within.flatMap(foundBy),
  };
}

function foundBy({ type, data }: LicenceEvent): readonly Found[] {
  if (type === 'LicenceSuspended') return [{ ground: data.ground, measure: 'suspensions' }];
  if (type === 'LicenceRevoked') return [{ ground: data.ground, measure: 'revocations' }];
  if (type !== 'InspectionClosed' || data.violation === undefined) return [];
  return [{ ground: { kind: 'violation', violation: data.violation }, measure: 'findings' }];
}

function lineOf(licence: Licence, owed: OwedObligation, asOfOn: LocalDate): DutyLine {
  const { id: obligation, kind, name, dueOn, period, progress } = owed;
  return {
    licence: licence.text,
    licenceId: licence.id,
    dossierId: licence.dossierId,
    holder: licence.holder,
    obligation,
    kind,
    name,
    period: period ?? null,
    dueOn,
    submittedOn: progress.submittedOn ?? null,
    late: progress.late,
    standing: standingOf(owed, asOfOn),
  };
}

function standingOf({ overdue, dueOn, progress }: OwedObligation, asOfOn: LocalDate): Standing {
  if (progress.outcome !== undefined) return progress.outcome;
  if (!overdue) return 'unfollowed';
  if (progress.examined) return 'examined';
  if (progress.reports > 0) return 'returned';
  return dueOn < asOfOn ? 'late' : 'awaited';
}
