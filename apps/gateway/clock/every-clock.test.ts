import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isObjectType } from 'graphql';

/** Dates that were recorded, or that somebody laid down: there is nothing to derive. */
const facts = new Set(
  [
    'ClockExplanation.at ClockExplanation.on ClockStep.on ClockStep.dates TimeSpan.from TimeSpan.to',
    'DecisionTaken.at HandedOver.at HistoryEntry.effectiveAt HistoryEntry.recordedAt StageStep.enteredAt Slip.madeAt',
    'Dossier.acceptedAt Dossier.changedAt Dossier.closedAt Dossier.receivedAt TrackedDossier.acceptedAt TrackedDossier.receivedAt',
    'Task.receivedAt Opinion.askedAt SupplementRound.receivedAt SupplementRound.requestedAt',
    'Licence.issuedOn LicenceNumber.issuedOn LicenceReference.issuedOn RegisterEntry.issuedOn Notification.at Notification.readAt',
    'Obligation.remindedAt ReportVersion.returnedOn ReportVersion.submittedOn SummaryDuty.submittedOn',
    'LicenceDocument.issuedOn LicenceDocument.orderedOn',
    'Forwarding.at AuthorityAnswer.decidedOn AuthorityAnswer.recordedAt TrackedAnswer.decidedOn',
    'SentSummary.sentOn DepartmentSummary.asOfOn DepartmentSummary.fromOn DepartmentSummary.toOn Procedure.validFrom Procedure.validTo',
  ].flatMap((line) => line.split(' ')),
);

it('explains itself: no type shows a date that a clock gave without `explain`', () => {
  const schema = buildSchema(readFileSync('schemas/graphql/schema.graphql', 'utf8'));
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const given = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => ['LocalDate', 'DateTime'].includes(getNamedType(field.type).name))
      .map(({ name }) => ({ type, field: `${type.name}.${name}` }))
      .filter(({ field }) => !facts.has(field)),
  );
  expect(given.map(({ field }) => field)).toContain('Licence.expiresOn');
  expect(
    given.filter(({ type }) => !('explain' in type.getFields())).map(({ field }) => field),
  ).toStrictEqual([]);
});
