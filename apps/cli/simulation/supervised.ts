import type { PersonId } from '#libs/kernel/ids.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { Finding, Ground } from '#libs/licence/events.js';
import { yearlyId } from '#libs/licence/progress.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { type Act, act, at, BEGIN_YEAR, PAPER, REASON, summer } from './act.js';
import type { Chance } from './chance.js';

const INSPECTOR = 'simulated-specialist' as PersonId;

/** Suspended once, for a violation or a remedy that nobody carried out, sometimes lifted before the time. */
export function measures(years: number, procedure: Procedure, chance: Chance): readonly Act[] {
  const day = summer(years, chance);
  const [violation, worse] = [fitting('suspends', procedure, chance), fitting('revokes', procedure, chance)];
  const ground = { kind: 'violation', violation } as const;
  const cause = chance(3) === 0 ? overrun(day) : [suspended(day, 70, ground)];
  const isLifted = chance(2) === 0;
  const lifted = act(at(day, 80 + chance(60)), { type: 'liftSuspension', data: { reason: REASON } });
  const last = `${BEGIN_YEAR + years - 1}-11-01` as LocalDate;
  return [...cause, ...(isLifted ? [lifted] : []), ...endingOf(last, { ground, worse }, chance)];
}

/** A licence is revoked, suspended once too often, returned, or it expires. */
function endingOf(
  last: LocalDate,
  { ground, worse }: { readonly ground: Ground; readonly worse: string },
  chance: Chance,
): readonly Act[] {
  const days = chance(50);
  const endings: readonly (readonly Act[])[] = [
    [act(at(last, days), { type: 'revokeLicence', data: { violation: worse, reason: REASON } })],
    [suspended(last, days, ground)],
    [act(at(last, days), { type: 'returnLicence', data: { reason: REASON } })],
    [],
    [],
  ];
  return endings[chance(endings.length)] ?? [];
}

/** Not carried out within ten working days of its day, a remedy suspends. */
function overrun(day: LocalDate): readonly Act[] {
  const obligation = `overrun-${day}`;
  const asked = act(at(day, 1), { type: 'orderRemedy', data: askedBy(obligation, day, 20) });
  return [asked, suspended(day, 45, { kind: 'remedyOverrun', obligation })];
}

function suspended(day: LocalDate, days: number, ground: Ground): Act {
  return act(at(day, days), { type: 'suspendLicence', data: { ground, reason: REASON } });
}

/** Not every year has a violation in the procedure; its effect then stands for it, and is refused by name. */
function fitting(effect: 'suspends' | 'revokes', { licence }: Procedure, chance: Chance): string {
  const codes = (licence.supervision?.violations ?? []).filter((one) => one.effect === effect);
  return codes[chance(codes.length)]?.code ?? effect;
}

/** A report on demand and a consent that runs out, met in time or late or excused; and a remedy that is carried out. */
export function askedOf(years: number, { licence }: Procedure, chance: Chance): readonly Act[] {
  if (!licence.supervision) return [];
  return [
    ...answered('demandReport', { day: summer(years, chance), days: 30 }, chance),
    ...answered('noteSourceConsent', { day: summer(years, chance), days: 75 }, chance),
    ...remedied(summer(years, chance)),
  ];
}

function answered(
  type: 'demandReport' | 'noteSourceConsent',
  { day, days }: { readonly day: LocalDate; readonly days: number },
  chance: Chance,
): readonly Act[] {
  const obligation = `${type}-${day}`;
  const asked = act(at(day, 0), { type, data: askedBy(obligation, day, days) });
  const excused = act(at(day, 10), { type: 'excuseObligation', data: { obligation, reason: REASON } });
  if (chance(4) === 0) return [asked, excused];
  return [asked, ...reported(obligation, day, days - 10 + chance(25))];
}

function remedied(day: LocalDate): readonly Act[] {
  const obligation = `orderRemedy-${day}`;
  const asked = act(at(day, 1), { type: 'orderRemedy', data: askedBy(obligation, day, 20) });
  return [asked, ...reported(obligation, day, 15)];
}

function reported(obligation: string, day: LocalDate, days: number): readonly Act[] {
  return [
    act(at(day, days), { type: 'submitReport', data: { obligation, report: PAPER } }),
    act(at(day, days + 4), { type: 'acceptReport', data: { obligation } }),
  ];
}

function askedBy(obligation: string, day: LocalDate, days: number) {
  return { obligation, subject: REASON, dueOn: localDateOf(at(day, days)) };
}

/** Somebody looks into the report that nobody sent, whichever year that was. */
export function inspectionsOf(years: number, { licence }: Procedure, chance: Chance): readonly Act[] {
  return licence.obligations.flatMap(({ code, dueOn }) =>
    Array.from({ length: years }, (_, n) => `${BEGIN_YEAR + 1 + n}-${dueOn}` as LocalDate).flatMap((date) =>
      inspected(`inspect-${yearlyId(code, date)}`, date, chance),
    ),
  );
}

function inspected(inspection: string, date: LocalDate, chance: Chance): readonly Act[] {
  const findings: readonly Finding[] = ['nothingFound', 'remedyOrdered'];
  const finding = findings[chance(findings.length)] ?? 'nothingFound';
  const mine = { inspection, inspector: INSPECTOR };
  const remedy = askedBy(`remedy-${inspection}`, date, 75);
  const found = { finding, note: REASON, ...(finding === 'remedyOrdered' && { remedy }) };
  return [
    act(at(date, 40), { type: 'claimInspection', data: mine }),
    act(at(date, 43), { type: 'closeInspection', data: { ...mine, ...found } }),
    ...(finding === 'remedyOrdered' ? reported(remedy.obligation, date, 60 + chance(12)) : []),
  ];
}
