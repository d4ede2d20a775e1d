import type { Calendar } from '#libs/calendar/calendar.js';
import type { AgencyId, DossierId, LicenceId, PersonId } from '#libs/kernel/ids.js';
import { type Instant, type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { LicenceCommand, LicenceCommands } from '#libs/licence/commands.js';
import { yearlyId } from '#libs/licence/progress.js';
import type { Procedure, ProcedureReference } from '#libs/procedures/procedure.js';
import { type Act, act, at, BEGIN_YEAR, PAPER, REASON, summer } from './act.js';
import { type Chance, chanceOf } from './chance.js';
import { examinationsOf } from './examinations.js';
import { documentsOf } from './paperwork.js';
import { askedOf, inspectionsOf, measures } from './supervised.js';

/** One licence as chance would have it: how it begins, and what its holder and the authority do until it ends. */
export interface Life {
  readonly id: LicenceId;
  readonly procedure: Procedure;
  readonly opening: LicenceCommands['openLicence'];
  readonly begunAt: Instant;
  /** In the order of time. */
  readonly acts: readonly Act[];
}

export interface LifeRules {
  readonly procedure: Procedure;
  readonly reference: ProcedureReference;
  readonly calendar: Calendar;
}

export interface LifeChoice {
  readonly seed: number;
  readonly years: number;
}

const BEGIN_DAY = '03-04';

/** Same seed, same life. */
export function lifeOf({ seed, years }: LifeChoice, { procedure, reference, calendar }: LifeRules): Life {
  const chance = chanceOf(seed);
  const id = `simulated-${seed}` as LicenceId;
  const issuedOn = `${BEGIN_YEAR}-${BEGIN_DAY}` as LocalDate;
  const extensions = extensionsOf(years, procedure);
  const term = years - extensions.reduce((sum, extended) => sum + extended, 0);
  const opening = {
    licenceId: id,
    dossierId: `simulated-dossier-${seed}` as DossierId,
    dossierCode: `S-${seed}`,
    procedure: reference,
    // Its own, so that its documents have numbers of their own however many lives share a world.
    agency: `S${seed}` as AgencyId,
    holder: `simulated-holder-${seed}` as PersonId,
    text: `${seed}/GP-MP`,
    certificate: PAPER,
    issuedOn,
    expiresOn: `${BEGIN_YEAR + term}-${BEGIN_DAY}` as LocalDate,
  };
  const acts = [
    ...reportsOf(years, procedure, chance),
    ...extended(term, extensions, chance),
    ...changes(years, procedure, chance),
    ...measures(years, procedure, chance),
    ...askedOf(years, procedure, chance),
    ...inspectionsOf(years, procedure, chance),
  ];
  const office = [...documentsOf(acts, procedure), ...examinationsOf(acts, { procedure, calendar })];
  const all = [...acts, ...office].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return { id, procedure, opening, begunAt: at(issuedOn, 0), acts: all };
}

/** As often and as long as the law allows, while a term of a year is left to extend. */
function extensionsOf(years: number, { licence: { supervision } }: Procedure): readonly number[] {
  if (!supervision) return [];
  const { times, maxYears } = supervision.extension;
  return years > times * maxYears ? Array.from({ length: times }, () => maxYears) : [];
}

/** One year nobody reports, in some others late, in some with a fault that must be corrected; now and then nobody examines it. */
function reportsOf(years: number, { licence }: Procedure, chance: Chance): readonly Act[] {
  return licence.obligations.flatMap(({ code, dueOn, form }) => {
    const missing = chance(years);
    const due = Array.from({ length: years }, (_, n) => `${BEGIN_YEAR + 1 + n}-${dueOn}` as LocalDate);
    if (!form) return [];
    return due.flatMap((date, n) => (n === missing ? [] : reportOf(yearlyId(code, date), date, chance)));
  });
}

function reportOf(obligation: string, dueOn: LocalDate, chance: Chance): readonly Act[] {
  const isLate = chance(4) === 0;
  const isFaulty = chance(5) === 0;
  const liesThere = chance(8) === 0;
  const first = isLate ? 1 + chance(30) : -chance(13);
  const period = Number(dueOn.slice(0, 4)) - 1;
  const submit: LicenceCommand = { type: 'submitReport', data: { obligation, period, report: PAPER } };
  const accept: LicenceCommand = { type: 'acceptReport', data: { obligation } };
  const sentBack: LicenceCommand = { type: 'returnReport', data: { obligation, reason: REASON } };
  const handedIn = { at: at(dueOn, first), command: submit };
  if (!isFaulty) {
    const accepted = { at: at(dueOn, first + 1 + chance(9)), command: accept };
    return liesThere ? [handedIn] : [handedIn, accepted];
  }
  return [
    handedIn,
    { at: at(dueOn, first + 2), command: sentBack },
    { at: at(dueOn, first + 5 + chance(20)), command: submit },
    { at: at(dueOn, first + 26 + chance(5)), command: accept },
  ];
}

function extended(term: number, extensions: readonly number[], chance: Chance): readonly Act[] {
  return extensions.map((years, n) => {
    const before = extensions.slice(0, n).reduce((sum, earlier) => sum + earlier, 0);
    const day = at(`${BEGIN_YEAR + term + before}-${BEGIN_DAY}` as LocalDate, -40 - chance(50));
    return { at: day, command: { type: 'extendLicence', data: { filedOn: localDateOf(day), years } } };
  });
}

function changes(years: number, { licence: { supervision } }: Procedure, chance: Chance): readonly Act[] {
  const [amended, reissued, changed] = [summer(years, chance), summer(years, chance), summer(years, chance)];
  const facts = supervision?.amendable.facts ?? [];
  const fact = facts[chance(facts.length)];
  const cause = chance(2) === 0 ? 'lost' : 'damaged';
  return [
    ...(fact === undefined
      ? []
      : [act(at(amended, chance(60)), { type: 'amendLicence', data: { facts: [fact], evidence: PAPER } })]),
    act(at(reissued, chance(60)), { type: 'reissueLicence', data: { cause, reason: REASON } }),
    act(at(changed, 7 + chance(20)), {
      type: 'noteHolderChange',
      data: { change: chance(2) === 0 ? 'owner' : 'headOffice', changedOn: changed, evidence: PAPER },
    }),
  ];
}
