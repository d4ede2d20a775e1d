import { epochOf, instantFromEpoch, localDateOf } from '#libs/kernel/time.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { type Act, act, at } from './act.js';

/** Each a while after the one before, and after everything else of the day: a document is out before anybody does the next thing. */
const APART_MS = 30 * 60_000;

/** Letters are approved on the next day, all documents numbered on the day after. Where nothing was ordered both are refused. */
export function documentsOf(acts: readonly Act[], { licence }: Procedure): readonly Act[] {
  if (!licence.supervision?.documents) return [];
  let suspensions = 0;
  const paperwork = acts
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    .flatMap((one, n) => {
      if (one.command.type === 'suspendLicence') suspensions += 1;
      return [...decisionsOf(one, suspensions), ...lettersOf(one, n)];
    });
  return spread(paperwork);
}

function decisionsOf(one: Act, suspensions: number): readonly Act[] {
  switch (one.command.type) {
    case 'suspendLicence':
      return [numbered(one, `suspension-${suspensions}`), numbered(one, 'revocation')];
    case 'liftSuspension':
      return [numbered(one, `lifting-${suspensions}`)];
    case 'revokeLicence':
      return [numbered(one, 'revocation')];
    default:
      return [];
  }
}

/** Now and then a duty is reminded of by letter, and now and then nobody finishes one; a remedy must be ordered by letter to be overrun. */
function lettersOf(one: Act, n: number): readonly Act[] {
  const { command } = one;
  switch (command.type) {
    case 'demandReport':
      return n % 3 === 0 ? [] : letter(one, `reportDemand-${command.data.obligation}`);
    case 'orderRemedy':
      return letter(one, `remedyOrder-${command.data.obligation}`);
    case 'closeInspection':
      return command.data.remedy ? letter(one, `remedyOrder-${command.data.remedy.obligation}`) : [];
    case 'submitReport':
      return n % 3 === 0 ? reminder(one, command.data.obligation) : [];
    default:
      return [];
  }
}

/** Three weeks before it is handed in. */
function reminder({ at: handedIn }: Act, obligation: string): readonly Act[] {
  const asked = act(at(localDateOf(handedIn), -21), { type: 'remindInWriting', data: { obligation } });
  return [asked, ...letter(asked, `reminder-${obligation}-1`)];
}

function letter(one: Act, document: string): readonly Act[] {
  return [later(one, 1, { type: 'approveDocument', data: { document } }), numbered(one, document)];
}

function numbered(one: Act, document: string): Act {
  return later(one, 2, { type: 'allocateDocumentNumber', data: { document } });
}

function later({ at: ordered }: Act, days: number, command: LicenceCommand): Act {
  return act(at(localDateOf(ordered), days), command);
}

function spread(acts: readonly Act[]): readonly Act[] {
  const days = new Map<string, number>();
  return acts.map((one) => {
    const day = localDateOf(one.at);
    const count = (days.get(day) ?? 0) + 1;
    days.set(day, count);
    return { ...one, at: instantFromEpoch(epochOf(one.at) + count * APART_MS) };
  });
}
