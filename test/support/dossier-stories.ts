import { expect } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { Circumstances } from '#libs/dossier/circumstances.js';
import { type Decision, decideDossier } from '#libs/dossier/decide.js';
import { foldDossier } from '#libs/dossier/dossier.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { DossierRefusalName, DossierRefusals } from '#libs/dossier/refusals.js';
import type { Dossier, DossierState } from '#libs/dossier/state.js';
import type { PersonId } from '#libs/kernel/ids.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { hanoi } from './beekeepers.js';
import { beekeeping } from './beekeeping.js';
import type { Act } from './beekeeping-commands.js';
import { procedureReference } from './beekeeping-events.js';

/** What a story may say beside its events; whatever it leaves out is as usual. */
interface Setting {
  readonly procedure?: Procedure;
  readonly demonstration?: boolean;
  readonly nextNumber?: Circumstances['nextNumber'];
  readonly licence?: Circumstances['licence'];
  readonly licenceInNeed?: Circumstances['licenceInNeed'];
  readonly alternatives?: readonly Procedure[];
  readonly by?: PersonId;
  /** By the clock on the wall in Ha Noi, `2026-03-02 09:00`. */
  readonly at?: string;
}

export type Happened = DossierEvent | readonly DossierEvent[];

/** What happened so far; then `when` something is asked, this comes of it. Compared exactly and in order. */
export function given(...happened: readonly Happened[]) {
  const events = happened.flat();
  return {
    when: (act: Act, setting: Setting = {}) => outcomeOf(decided(events, act, setting)),
  };
}

/** What a command leads to in the invented office. */
export function decided(events: readonly DossierEvent[], act: Act, setting: Setting = {}): Decision {
  return decidedIn(foldDossier(events), act, setting);
}

export function decidedIn(state: DossierState, act: Act, setting: Setting = {}): Decision {
  return decideDossier(act.command, state, circumstances(act, setting));
}

/** The dossier that these events tell. */
export function dossierOf(...happened: readonly Happened[]): Dossier {
  const dossier = foldDossier(happened.flat());
  if (!dossier) throw new Error('A dossier begins with DossierSubmitted');
  return dossier;
}

function circumstances({ by, at }: Pick<Act, 'by' | 'at'>, setting: Setting): Circumstances {
  const { procedure = beekeeping(), demonstration = false, nextNumber = {} } = setting;
  return {
    now: setting.at === undefined ? at : hanoi(setting.at),
    actor: setting.by ?? by,
    procedure,
    procedureReference,
    calendar: vietnamCalendar,
    demonstration,
    nextNumber,
    ...knownBy(setting),
  };
}

function knownBy({ licence, licenceInNeed, alternatives }: Setting): Partial<Circumstances> {
  return {
    ...(licence && { licence }),
    ...(licenceInNeed && { licenceInNeed }),
    ...(alternatives && { alternatives }),
  };
}

function outcomeOf(decision: Decision) {
  return {
    thenHappens(...events: readonly DossierEvent[]) {
      expect(decision).toStrictEqual(events);
    },
    thenNothing() {
      expect(decision).toStrictEqual([]);
    },
    thenRefused<Name extends DossierRefusalName>(refusal: Name, details: DossierRefusals[Name]) {
      expect(decision).toStrictEqual({ refusal, details });
    },
  };
}
