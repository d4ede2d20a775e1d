import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Duration } from '#libs/calendar/duration.js';
import type { FormReference, Obligation, Procedure } from '#libs/procedures/procedure.js';
import type { AskedKind, AskedRule, OverdueRule } from '#libs/procedures/supervision.js';
import type { LicenceEvents } from './events.js';
import type { Licence, LicenceSubject } from './licence.js';
import { type Progress, progressOf, yearlyId } from './progress.js';

export type ObligationKind = 'yearlyReport' | AskedKind;

/** One duty of a holder: what it is, when it is due, and how far it has come. */
export interface OwedObligation {
  readonly id: string;
  readonly kind: ObligationKind;
  /** By which its reminders name it. */
  readonly code: string;
  readonly name: Bilingual;
  readonly subject?: string;
  /** From this day on it may be reminded of. */
  readonly since: LocalDate;
  /** On this day its holder was told of it, and needs no reminder yet; absent: may be reminded of from `since` on. */
  readonly toldOn?: LocalDate;
  readonly dueOn: LocalDate;
  /** The year that is reported on. */
  readonly period?: number;
  readonly form?: FormReference;
  readonly remindBefore: readonly Duration[];
  readonly overdue?: OverdueRule;
  readonly progress: Progress;
}

type Term = Pick<LicenceSubject, 'issuedOn' | 'expiresOn'>;

/** The days on which a yearly duty falls due while the licence is in force, in the order of time. */
function dueDatesOf(
  { issuedOn, expiresOn }: Term,
  { dueOn, firstAfterYears }: Obligation,
): readonly LocalDate[] {
  const first = yearOf(issuedOn) + firstAfterYears;
  const years = Array.from({ length: Math.max(yearOf(expiresOn) - first + 1, 0) }, (_, n) => first + n);
  return years.map((year) => `${year}-${dueOn}` as LocalDate).filter((date) => date <= expiresOn);
}

/**
 * Every duty of the licence's whole life, those of its last years as well as what was asked of it. Under a licence that ended before its
 * time nothing is owed of which nobody had heard by then.
 */
export function obligationsOf(licence: Licence, { licence: rule }: Procedure): readonly OwedObligation[] {
  const yearly = rule.obligations.flatMap((obligation) =>
    dueDatesOf(licence, obligation).map((dueOn) => yearlyOf(licence, obligation, dueOn)),
  );
  const asked = licence.asked.flatMap((obligation): readonly OwedObligation[] => {
    const known = rule.supervision?.asked.find(({ kind }) => kind === obligation.kind);
    return known ? [askedOf(licence, known, obligation)] : [];
  });
  const all = [...yearly, ...asked];
  return 'endedOn' in licence ? all.filter((owed) => wasOwed(owed, licence.endedOn)) : all;
}

function wasOwed({ dueOn, progress }: OwedObligation, endedOn: LocalDate): boolean {
  return progress.outcome !== undefined || dueOn <= endedOn;
}

/** Whether something about it is still to come. What nobody hands in is only reminded of. */
export function isOpen({ progress }: OwedObligation): boolean {
  return progress.outcome === undefined;
}

function yearlyOf(licence: LicenceSubject, obligation: Obligation, dueOn: LocalDate): OwedObligation {
  const { code, name, form, overdue, remindBefore } = obligation;
  const id = yearlyId(code, dueOn);
  return {
    id,
    kind: 'yearlyReport',
    code,
    name,
    since: licence.issuedOn,
    dueOn,
    period: yearOf(dueOn) - 1,
    ...(form && { form }),
    remindBefore,
    ...(overdue && { overdue }),
    progress: overdue ? progressOf(licence, id) : overtaken(licence, progressOf(licence, id), code),
  };
}

/** Where nobody follows up on a duty, a reminder of one year has overtaken those of the years before. */
function overtaken({ obligations }: LicenceSubject, progress: Progress, code: string): Progress {
  const ofThatCode = obligations.filter(({ id }) => id.startsWith(`${code}-`));
  const last = ofThatCode
    .map(({ remindedAt }) => remindedAt ?? '')
    .sort()
    .at(-1);
  return last ? { ...progress, remindedAt: last } : progress;
}

function askedOf(
  licence: LicenceSubject,
  rule: AskedRule,
  { obligation: id, subject, askedOn: since, dueOn, remindBefore: steps }: LicenceEvents['ObligationAsked'],
): OwedObligation {
  const { kind, name, form, remindBefore, overdue } = rule;
  const progress = progressOf(licence, id);
  const owed = { id, kind, code: id, name, subject, since, dueOn, form, overdue, progress };
  return steps ? { ...owed, remindBefore: steps, toldOn: since } : { ...owed, remindBefore };
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
