import { setTimeout as pause } from 'node:timers/promises';
import type { Backbone } from '#libs/backbone/backbone.js';
import type { AnnouncementEvent } from '#libs/calendar/announcement.js';
import { buildCalendar } from '#libs/calendar/calendar.js';
import type { CommandAnswer } from '#libs/commands/answer.js';
import { fromStored } from '#libs/commands/stored-events.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { Instant } from '#libs/kernel/time.js';
import { oweAllOpen } from '#libs/nudges/owe-all-open.js';
import { NudgeLedger } from '#libs/nudges/nudge-ledger.js';
import { CliError } from '../cli-error.js';
import { type Affected, affectedBy } from './affected.js';
import type { HashedEdition } from './edition-file.js';
import { refusalText } from './refusal-text.js';

/** By whom dates are moved: nobody decides on each of them, it follows from the announcement. */
const CALENDAR: Actor = { id: 'calendar', roles: ['system'] };

export interface Announced {
  /** Absent where the edition was in force already. */
  readonly inForceFrom?: Instant;
  readonly moved: readonly Affected[];
}

/**
 * Puts an edition in force and moves all dates that it puts elsewhere. May be repeated at any time: what was done is not done
 * again, and what was left undone is.
 */
export async function announce(backbone: Backbone, named: HashedEdition, by: string): Promise<Announced> {
  const { edition, hash } = named;
  const inForceFrom = await putInForce(backbone, named, by);
  if (inForceFrom !== undefined) await untilInForce(backbone, inForceFrom);
  const candidate = buildCalendar({ ...edition, hash });
  const moved: Affected[] = [];
  for await (const affected of affectedBy(backbone, candidate)) {
    await move(backbone, affected, by);
    moved.push(affected);
  }
  // Also where nothing was left to move: whoever began it may not have come so far.
  await tellWorkflows(backbone);
  return { ...(inForceFrom === undefined ? {} : { inForceFrom }), moved };
}

async function putInForce(
  { commands }: Backbone,
  { edition, hash }: HashedEdition,
  by: string,
): Promise<Instant | undefined> {
  const correlationId = crypto.randomUUID();
  const answer = await commands.calendar({
    id: 'announcements',
    command: { type: 'announceEdition', data: { edition, hash } },
    idempotencyKey: correlationId,
    actor: { id: by, roles: ['administrator'] },
    correlationId,
  });
  const [event] = doneOr(answer).events;
  return event && fromStored<AnnouncementEvent>(event).data.inForceFrom;
}

async function untilInForce(backbone: Backbone, at: Instant): Promise<void> {
  while (backbone.clock.now() < at) await pause(100);
  await backbone.learnCalendars();
}

/** The key names the version that was looked at: a dossier on which somebody acts meanwhile is found by the next repetition. */
async function move({ commands }: Backbone, { dossier, calendar }: Affected, by: string): Promise<void> {
  const { id, version } = calendar;
  const answer = await commands.dossier({
    id: dossier.id,
    command: { type: 'moveDeadlines', data: { edition: { id, version } } },
    idempotencyKey: `moveDeadlines ${id} ${version} ${dossier.version}`,
    actor: CALENDAR,
    onBehalfOf: by,
    correlationId: `calendar ${id} ${version}`,
  });
  // Closed meanwhile: it keeps what was known of it.
  if (answer.outcome === 'refused' && answer.refusal.refusal === 'DossierClosed') return;
  doneOr(answer);
}

/** Wake-ups are reckoned by the calendar too, those of licences as well: each workflow hears its own anew. */
async function tellWorkflows({ connection, store, books }: Backbone): Promise<void> {
  const ledger = new NudgeLedger(connection);
  await oweAllOpen(ledger, { store, procedures: books.procedures, calendarOf: books.calendarOf });
}

function doneOr(answer: CommandAnswer) {
  if (answer.outcome === 'done') return answer;
  throw new CliError(refusalText(answer.refusal));
}
