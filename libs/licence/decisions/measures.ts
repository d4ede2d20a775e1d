import { dayAfter } from '#libs/calendar/alarms.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { Supervision, Violation } from '#libs/procedures/supervision.js';
import type { LicenceCircumstances } from '../circumstances.js';
import type { LicenceCommand, LicenceCommands } from '../commands.js';
import { documentOrdered } from '../document-orders.js';
import type { OfficialDocument } from '../documents.js';
import { endingWith } from '../ending.js';
import type { Ground, LicenceEvent } from '../events.js';
import type { Licence } from '../licence.js';
import { obligationsOf, type OwedObligation } from '../obligations.js';
import { type LicenceDecision, type LicenceRefusal, refuseLicence } from '../refusals.js';
import { inDays } from '../reminders.js';

export type MeasureCommand = Extract<
  LicenceCommand,
  {
    readonly type: 'suspendLicence' | 'liftSuspension' | 'revokeLicence' | 'returnLicence' | 'replaceLicence';
  }
>;

/** What takes a licence out of force, for a time or for good. */
export function decideMeasure(
  command: MeasureCommand,
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const on = localDateOf(circumstances.now);
  if ('reason' in command.data && command.data.reason.trim() === '') {
    return refuseLicence('TextMissing', { field: 'reason' });
  }
  switch (command.type) {
    case 'suspendLicence':
      return suspendLicence(command.data, licence, circumstances);
    case 'liftSuspension':
      return [
        { type: 'SuspensionLifted', data: { liftedOn: on, reason: command.data.reason } },
        ...documentOrdered(
          { document: `lifting-${licence.suspendedFor.length}`, kind: 'lifting' },
          circumstances,
        ),
      ];
    case 'revokeLicence':
      return revokeLicence(command.data, licence, circumstances);
    case 'returnLicence': {
      const end = { type: 'LicenceReturned', data: { returnedOn: on, reason: command.data.reason } } as const;
      return endingWith(end, licence, { ...circumstances, endedOn: on });
    }
    case 'replaceLicence': {
      const end = { type: 'LicenceReplaced', data: { replacedOn: on, by: command.data.by } } as const;
      return endingWith(end, licence, { ...circumstances, endedOn: on });
    }
  }
}

/** A violation that suspends, or a remedy overrun, suspends for the time of the law; the second suspension revokes. */
function suspendLicence(
  { ground, reason }: LicenceCommands['suspendLicence'],
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const { calendar, now, procedure } = circumstances;
  const { supervision } = procedure.licence;
  if (!supervision) return refuseLicence('NotProvided', { procedure: procedure.id });
  const clause = clauseFor(ground, licence, { ...circumstances, supervision });
  if (typeof clause !== 'string') return clause;
  const suspendedOn = localDateOf(now);
  const { lasts, revokedAt } = supervision.suspension;
  const until = dayAfter(calendar, suspendedOn, inDays(lasts));
  const measure = { ground, clause, reason, appealUntil: appealUntil(circumstances, supervision) };
  const suspended: LicenceEvent = { type: 'LicenceSuspended', data: { ...measure, suspendedOn, until } };
  const count = licence.suspendedFor.length + 1;
  if (count < revokedAt) {
    const order = { document: `suspension-${count}`, kind: 'suspension' } as const;
    return [suspended, ...documentOrdered(order, circumstances)];
  }
  const again = {
    ground: { kind: 'suspendedAgain' },
    clause: supervision.revocation.citation.source,
  } as const;
  const revoked: LicenceEvent = {
    type: 'LicenceRevoked',
    data: { ...measure, ...again, revokedOn: suspendedOn },
  };
  // The suspension that revokes is told by the revocation alone.
  return [suspended, ...revokedBy(revoked, licence, circumstances)];
}

/** The gravest violations revoke at once. */
function revokeLicence(
  { violation, reason }: LicenceCommands['revokeLicence'],
  licence: Licence,
  circumstances: LicenceCircumstances,
): LicenceDecision {
  const { now, procedure } = circumstances;
  const { supervision } = procedure.licence;
  if (!supervision) return refuseLicence('NotProvided', { procedure: procedure.id });
  const found = violationThat('revokes', violation, supervision);
  if ('refusal' in found) return found;
  const revokedOn = localDateOf(now);
  const measure = {
    ground: { kind: 'violation', violation },
    clause: found.citation.source,
    reason,
    appealUntil: appealUntil(circumstances, supervision),
  } as const;
  const end: LicenceEvent = { type: 'LicenceRevoked', data: { ...measure, revokedOn } };
  return revokedBy(end, licence, circumstances);
}

function revokedBy(
  revoked: LicenceEvent,
  licence: Licence,
  circumstances: LicenceCircumstances,
): readonly LicenceEvent[] {
  const endedOn = localDateOf(circumstances.now);
  const order = { document: 'revocation', kind: 'revocation' } as const;
  return [
    ...endingWith(revoked, licence, { ...circumstances, endedOn }),
    ...documentOrdered(order, circumstances),
  ];
}

type Watched = LicenceCircumstances & { readonly supervision: Supervision };

function clauseFor(
  ground: Ground,
  licence: Licence,
  { procedure, supervision }: Watched,
): string | LicenceRefusal {
  switch (ground.kind) {
    case 'suspendedAgain':
      return refuseLicence('ViolationUnknown', { violation: ground.kind });
    case 'violation': {
      const found = violationThat('suspends', ground.violation, supervision);
      return 'refusal' in found ? found : found.citation.source;
    }
    case 'remedyOverrun': {
      const { obligation } = ground;
      const remedy = obligationsOf(licence, procedure).find(({ id }) => id === obligation);
      if (remedy?.kind !== 'remedy') return refuseLicence('ObligationUnknown', { obligation });
      return objectionToOverrun(remedy, licence) ?? supervision.suspension.citation.source;
    }
  }
}

/** Suspended once, where the holder was asked in writing while there was time (Decree 72/2013 Art. 23i(2)) and let it pass. */
function objectionToOverrun(remedy: OwedObligation, licence: Licence): LicenceRefusal | undefined {
  const { id: obligation, dueOn, progress } = remedy;
  if (progress.outcome !== 'missed') return refuseLicence('RemedyNotOverrun', { obligation });
  if (licence.suspendedFor.includes(obligation)) return refuseLicence('AlreadySuspendedFor', { obligation });
  const letter = licence.documents.find((one) => one.kind === 'remedyOrder' && one.obligation === obligation);
  // Before remedies were ordered by letter, and where the procedure has none, nothing says how the holder was asked.
  return letter && !isOutBy(letter, dueOn)
    ? refuseLicence('RemedyNotInWriting', { obligation, dueOn })
    : undefined;
}

function isOutBy({ file, number }: OfficialDocument, day: LocalDate): boolean {
  return file !== undefined && number !== undefined && number.issuedOn <= day;
}

function violationThat(
  effect: Violation['effect'],
  violation: string,
  { violations }: Supervision,
): Violation | LicenceRefusal {
  const found = violations.find(({ code }) => code === violation);
  if (!found) return refuseLicence('ViolationUnknown', { violation });
  if (found.effect === effect) return found;
  return refuseLicence('MeasureNotForViolation', { violation, effect: found.effect });
}

function appealUntil({ calendar, now }: LicenceCircumstances, { appealWithin }: Supervision) {
  return dayAfter(calendar, localDateOf(now), inDays(appealWithin));
}
