import type { Calendar } from '#libs/calendar/calendar.js';
import type { Instant } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { licenceAgenda } from './agenda.js';
import type { LicenceCommand, LicenceEvent } from './events.js';
import type { Licence, LicenceState } from './licence.js';
import { type LicenceDecision, refuseLicence } from './refusals.js';

export interface LicenceCircumstances {
  readonly now: Instant;
  readonly procedure: Procedure;
  readonly calendar: Calendar;
}

/** What time asks of a licence is done when its agenda owes it, once, and not before its hour. */
export function decideLicence(
  command: LicenceCommand,
  state: LicenceState,
  given: LicenceCircumstances,
): LicenceDecision {
  if (command.type === 'openLicence') {
    return state
      ? refuseLicence('LicenceAlreadyOpened', {})
      : [{ type: 'LicenceOpened', data: command.data }];
  }
  if (!state) return refuseLicence('LicenceNotOpened', {});
  if (state.stage !== 'inForce') return refuseLicence('LicenceNotInForce', {});
  const owed = licenceAgenda(state, given.procedure, given.calendar).find((item) =>
    isSame(item.command, command),
  );
  if (!owed) return refuseLicence('NothingOwed', {});
  if (given.now < owed.at) return refuseLicence('NotYetDue', { at: owed.at });
  return [eventOf(command, state, given.now)];
}

type TimelyCommand = Exclude<LicenceCommand, { type: 'openLicence' }>;

function eventOf(command: TimelyCommand, { expiresOn }: Licence, remindedAt: Instant): LicenceEvent {
  switch (command.type) {
    case 'remindObligation':
      return { type: 'ObligationReminded', data: { ...command.data, remindedAt } };
    case 'remindRenewal':
      return { type: 'RenewalReminded', data: { ...command.data, expiresOn, remindedAt } };
    case 'expireLicence':
      return { type: 'LicenceExpired', data: { expiredOn: expiresOn } };
  }
}

function isSame(owed: TimelyCommand, asked: TimelyCommand): boolean {
  return owed.type === asked.type && JSON.stringify(owed.data) === JSON.stringify(asked.data);
}
