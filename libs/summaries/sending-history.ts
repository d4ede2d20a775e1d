import type { Commit } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { type Recorded, recordedOf } from '#libs/event-store/recorded.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import type { SummaryCommandType } from '#libs/summary-duties/commands.js';
import type { Period } from '#libs/summary-duties/period.js';
import { awaitingOf, foldSendings } from '#libs/summary-duties/sending.js';
import { sendingSentence, summaryCommandNames } from './sending-texts.js';
import { readSendingCommits, summaryEventsOf } from './sendings.js';

/** One command about the sending of a summary, as it is told to an auditor: who, when, what. Same fields as a history's row. */
export type SendingEntry = Recorded & {
  readonly commandName: Bilingual;
  readonly stageBefore: SendingStage | null;
  readonly stageAfter: SendingStage;
  readonly events: readonly {
    readonly type: string;
    readonly sentence: Bilingual;
    readonly data: JsonObject;
  }[];
};

/** `sent`: to everybody it is owed to. */
type SendingStage = 'awaited' | 'sent';

/** Read from the log each time: there are few commits, and with no copy of them none can differ. */
export async function sendingHistory(
  log: Pick<EventStore, 'readStream'>,
  agency: AgencyId,
  period: Period,
): Promise<readonly SendingEntry[]> {
  const commits = await readSendingCommits(log, agency, period);
  const stageAfter = (count: number): SendingStage => {
    const sent = foldSendings(commits.slice(0, count).flatMap(summaryEventsOf));
    return awaitingOf(period, sent).length === 0 ? 'sent' : 'awaited';
  };
  return commits.map((commit, index) => ({
    ...entryOf(commit),
    stageBefore: index === 0 ? null : stageAfter(index),
    stageAfter: stageAfter(index + 1),
  }));
}

function entryOf(commit: Commit): Omit<SendingEntry, 'stageBefore' | 'stageAfter'> {
  return {
    ...recordedOf(commit),
    commandName: summaryCommandNames[commit.command as SummaryCommandType],
    events: summaryEventsOf(commit).map((event, index) => ({
      type: event.type,
      sentence: sendingSentence(event),
      data: commit.events[index]?.data ?? {},
    })),
  };
}
