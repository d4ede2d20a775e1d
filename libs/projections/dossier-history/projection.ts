import { recordedOf } from '#libs/event-store/recorded.js';
import type { Change } from '../change.js';
import type { Projection } from '../projection.js';
import { commandName } from './command-names.js';
import { dossierSentence } from './dossier-sentences.js';
import { type HistoryEvent, type HistoryRow, historySchema } from './history-row.js';
import { licenceSentence } from './licence-sentences.js';

/** For auditors, officers and applicants: who did what when, and under which rules. One row per commit, for ever. */
export const dossierHistory: Projection<HistoryRow> = {
  name: 'dossier-history',
  schemaVersion: 3,
  schema: historySchema,
  writesFor(change) {
    const { position } = change.commit;
    return [{ kind: 'add', id: position, position, row: () => rowOf(change) }];
  },
};

function rowOf(change: Change): HistoryRow {
  const { commit, id, subject } = change;
  return {
    _id: commit.position,
    subject,
    subjectId: id,
    ...recordedOf(commit),
    commandName: commandName(commit.command),
    ...stagesOf(change),
    events: eventsOf(change),
  };
}

function stagesOf(change: Change): Pick<HistoryRow, 'stageBefore' | 'stageAfter'> {
  if (change.subject === 'licence') {
    return { stageBefore: change.before?.licence.stage ?? null, stageAfter: change.after.licence.stage };
  }
  return { stageBefore: change.before?.dossier.stage ?? null, stageAfter: change.after.dossier.stage };
}

function eventsOf(change: Change): readonly HistoryEvent[] {
  const sentences =
    change.subject === 'dossier'
      ? change.events.map((event) => dossierSentence(event, change.procedure))
      : change.events.map((event) =>
          licenceSentence(event, { licence: change.after.licence, procedure: change.procedure }),
        );
  return change.commit.events.map(({ type, data }, index) => ({
    type,
    data,
    sentence: sentences[index] ?? { vi: type, en: type },
  }));
}
