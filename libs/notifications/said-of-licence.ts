import type { Bilingual } from '#libs/kernel/bilingual.js';
import { dayEndedBy, type Instant, localDateOf } from '#libs/kernel/time.js';
import type { LicenceCircumstances } from '#libs/licence/circumstances.js';
import type { LicenceEvent, LicenceEvents } from '#libs/licence/events.js';
import type { Licence } from '#libs/licence/licence.js';
import { obligationsOf } from '#libs/licence/obligations.js';
import { lastDayToExtend } from '#libs/licence/renewal.js';
import type { Notice } from './notice.js';

interface LicenceStanding extends Pick<LicenceCircumstances, 'procedure' | 'calendar'> {
  /** As the event left it. */
  readonly licence: Licence;
}

type SaidOfLicence = Partial<Pick<Notice, 'kind' | 'duty' | 'until' | 'due'>>;

/** What a notice about a licence says beside its date: which duty it is, until when it may be extended, whether its holder was late. */
export function saidOfLicence(standing: LicenceStanding, event: LicenceEvent): SaidOfLicence {
  if (event.type === 'RenewalReminded') return renewal(standing, event.data.remindedAt);
  if (event.type === 'HolderChangeNoted') return changeTold(event.data);
  if (event.type === 'WorkReminded' || event.type === 'WorkEscalated') {
    return { due: dayEndedBy(event.data.dueAt) };
  }
  const duty = dutyOf(standing, event);
  return { ...(duty && { duty }), ...(isBehind(event) && { kind: 'obligationOverdue' }) };
}

/** Who is reminded after the last day is not told that it is to come. */
function isBehind({ type, data }: LicenceEvent): boolean {
  return type === 'ObligationReminded' && localDateOf(data.remindedAt) > data.dueOn;
}

/** Who may not ask for an extension any more, by its number or by its last day, is not sent to ask for one. */
function renewal({ licence, procedure, calendar }: LicenceStanding, at: Instant): SaidOfLicence {
  if (!procedure.licence.supervision) return {};
  const until = lastDayToExtend(licence, procedure, calendar);
  return until === undefined || localDateOf(at) > until ? { kind: 'renewalOver' } : { until };
}

function changeTold({ told }: LicenceEvents['HolderChangeNoted']): SaidOfLicence {
  return told?.late ? { kind: 'holderChangeLate', until: told.by } : {};
}

/** Reminders name a yearly duty by its code and date, all else by its id. */
function dutyOf({ licence, procedure }: LicenceStanding, { data }: LicenceEvent): Bilingual | undefined {
  if (!('obligation' in data)) return undefined;
  const { obligation } = data;
  const dueOn = 'dueOn' in data ? data.dueOn : undefined;
  return obligationsOf(licence, procedure).find(
    (owed) => owed.id === obligation || (owed.code === obligation && owed.dueOn === dueOn),
  )?.name;
}
