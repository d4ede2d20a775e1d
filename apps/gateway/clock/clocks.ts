import { Injectable } from '@nestjs/common';
import { fromStored } from '#libs/commands/stored-events.js';
import {
  type ClockHistory,
  type DatedClock,
  datedClocks,
  explainClock,
  explainReminder,
} from '#libs/dossier/dated-clocks.js';
import type { DossierEvent } from '#libs/dossier/events.js';
import type { AgencyId, DossierId } from '#libs/kernel/ids.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { RequestContext } from '../graphql/request-context.js';
import { Parts } from '../parts.js';
import { type RunningLimit, type WorkingTime, workingTimeOf } from './working-time.js';
import type { ClockExplanation } from './clock-explanation.js';

/** A dossier as somebody sees it: up to a position of the log. */
export interface SeenDossier {
  readonly dossierId: string;
  readonly position: number;
}

/** A limit as a read model has it. */
interface AgencyLimit extends Pick<RunningLimit, 'dueAt' | 'pausedAt'> {
  readonly agency: AgencyId;
}

interface ReadClocks extends ClockHistory {
  readonly procedure: Procedure;
}

/** Why the dates of dossiers are what they are, from the log itself; each dossier is read once for an operation. */
@Injectable()
export class Clocks {
  private readonly read = new WeakMap<RequestContext, Map<string, Promise<ReadClocks | undefined>>>();

  constructor(private readonly parts: Parts) {}

  /** The limit of this name, `decision` or `opinion H21.01`; null where there is none. */
  async explain(context: RequestContext, seen: SeenDossier, name: string): Promise<ClockExplanation | null> {
    const dated = (await this.clocksOf(context, seen))?.all.get(name);
    return dated ? explanationOf(dated) : null;
  }

  /** The limit within which the latest request for supplements can be answered. */
  async explainLatestAnswer(context: RequestContext, seen: SeenDossier): Promise<ClockExplanation | null> {
    const clocks = await this.clocksOf(context, seen);
    const latest = [...(clocks?.all ?? [])].findLast(([name]) => name.startsWith('answer '));
    return latest ? explanationOf(latest[1]) : null;
  }

  /** When the officer of a task is reminded. */
  async explainReminder(
    context: RequestContext,
    seen: SeenDossier,
    name: string,
  ): Promise<ClockExplanation | null> {
    const clocks = await this.clocksOf(context, seen);
    const dated = clocks?.all.get(name);
    if (!clocks || !dated) return null;
    const { at, explanation } = explainReminder(dated, clocks.procedure.remindAfterShare);
    return explanationOf({ ...dated, clock: { ...dated.clock, dueAt: at } }, explanation);
  }

  /** How much office time is left at this moment. */
  left({ agency, dueAt, pausedAt }: AgencyLimit): WorkingTime {
    const { books, clock } = this.parts.backbone;
    return workingTimeOf(books.calendarOf(agency), { dueAt, pausedAt, now: clock.now() });
  }

  /** The dates that the command at this position gave. */
  async given(context: RequestContext, seen: SeenDossier): Promise<readonly ClockExplanation[]> {
    const clocks = await this.clocksOf(context, seen);
    return clocks ? [...clocks.given.values()].map((dated) => explanationOf(dated)) : [];
  }

  private clocksOf(context: RequestContext, seen: SeenDossier): Promise<ReadClocks | undefined> {
    const known = this.read.get(context) ?? new Map<string, Promise<ReadClocks | undefined>>();
    this.read.set(context, known);
    const key = `${seen.dossierId} ${seen.position}`;
    const reading = known.get(key) ?? this.readClocks(seen);
    known.set(key, reading);
    return reading;
  }

  private async readClocks({ dossierId, position }: SeenDossier): Promise<ReadClocks | undefined> {
    const { reader, books } = this.parts.backbone;
    const read = await reader.findDossier(dossierId as DossierId);
    if (!read) return undefined;
    const { procedure, commits } = read;
    const recorded = commits
      .filter((commit) => commit.position <= position)
      .map(({ events, rules }) => ({
        events: events.map((event) => fromStored<DossierEvent>(event)),
        calendar: books.calendarBy(rules.calendar),
      }));
    return { procedure, ...datedClocks(recorded, procedure) };
  }
}

function explanationOf(dated: DatedClock, explanation = explainClock(dated)): ClockExplanation {
  const { steps, text, deadline } = explanation;
  const { id, version } = dated.calendar;
  const { dueAt: at } = dated.clock;
  return {
    at,
    on: localDateOf(at),
    calendar: { id, version },
    provisional: deadline.provisional,
    steps,
    text,
  };
}
