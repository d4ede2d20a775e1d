import { dossierNews, licenceNews } from '#libs/commands/moved.js';
import type { Change } from '#libs/projections/change.js';
import type { Follower } from '#libs/projections/follower.js';
import { isOpen, mustHear, type Notice } from '#libs/nudges/nudge.js';
import type { NudgeLedger } from '#libs/nudges/nudge-ledger.js';

/** Hears every change and writes down which workflow must hear of it: once per subject and batch, the newest news. */
export function nudgeFollower(ledger: NudgeLedger, { onNoted }: { readonly onNoted: () => void }): Follower {
  let noted = false;
  return {
    name: 'workflow-nudges',
    hear(changes) {
      const notices = new Map<string, Notice>();
      for (const change of changes) {
        const notice = noticeOf(change);
        const earlier = notices.get(change.commit.stream);
        notices.set(change.commit.stream, {
          ...notice,
          mustHear: notice.mustHear || earlier?.mustHear === true,
        });
      }
      return Promise.resolve(async (session) => {
        await ledger.note([...notices.values()], session);
        noted ||= [...notices.values()].some((notice) => notice.mustHear);
      });
    },
    done() {
      if (noted) onNoted();
      noted = false;
    },
  };
}

function noticeOf(change: Change): Notice {
  const { id, procedure, commit } = change;
  const { before, after } = newsOf(change);
  return {
    workflow: change.subject,
    id,
    procedure: procedure.id,
    open: isOpen(after),
    news: after,
    changedAt: commit.recordedAt,
    mustHear: mustHear(before, after, commit.recordedAt) && !(before && isOwnAct(commit)),
  };
}

/**
 * What a workflow's own activity did, the workflow learns as the activity's answer. Other machines act on a subject too, and correlate with
 * something else: the workflow of a dossier changes a licence, a service that signs calls.
 */
function isOwnAct({ actor, correlationId, stream }: Change['commit']): boolean {
  return actor.roles.includes('system') && correlationId === stream;
}

function newsOf(change: Change) {
  const { procedure, calendar } = change;
  if (change.subject === 'licence') {
    const { before, after } = change;
    return {
      before: before && licenceNews(before.licence, procedure, calendar),
      after: licenceNews(after.licence, procedure, calendar),
    };
  }
  const { before, after } = change;
  return {
    before: before && dossierNews(before.dossier, procedure, calendar),
    after: dossierNews(after.dossier, procedure, calendar),
  };
}
