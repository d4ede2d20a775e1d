import { describe, expect, it } from '@jest/globals';
import type { Digest, LicenceId, PersonId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { AskedChange, ResultKind } from '#libs/procedures/result.js';
import { honeyLicence, licenceAt, opened } from '../../test/support/beekeeping-licences.js';
import { supervisedBeekeeping } from '../../test/support/supervised-beekeeping.js';
import type { LicencePlace } from './command-table.js';
import type { LicenceCommand, LicenceCommands, LicenceCommandType } from './commands.js';
import { decideLicence } from './decide.js';
import type { LicenceEvent } from './events.js';
import { foldLicence } from './licence.js';
import { changeOf } from './results.js';

const digest = 'd'.repeat(64) as Digest;
const day = '2026-05-05' as LocalDate;
const obligation = 'honeyReport-2027-01-14';
const reason = 'Inspection';
const measure = {
  ground: { kind: 'violation', violation: 'mislabelling' },
  clause: 'section 9',
  reason,
  appealUntil: day,
} as const;

/** How a licence comes to each of its states. */
const past: Readonly<Record<LicencePlace, readonly LicenceEvent[]>> = {
  none: [],
  inForce: [opened()],
  suspended: [
    opened(),
    { type: 'LicenceSuspended', data: { ...measure, suspendedOn: day, until: '2026-08-05' as LocalDate } },
  ],
  revoked: [opened(), { type: 'LicenceRevoked', data: { ...measure, revokedOn: day } }],
  expired: [opened(), { type: 'LicenceExpired', data: { expiredOn: day } }],
  returned: [opened(), { type: 'LicenceReturned', data: { returnedOn: day, reason } }],
  replaced: [opened(), { type: 'LicenceReplaced', data: { replacedOn: day, by: 'licence-2' as LicenceId } }],
};
const document = 'revocation';
const text = '01/QĐ-NO';
const attempt = { role: 'person', signer: 'director', attempt: 1 } as const;
const asked = { obligation: 'asked-1', subject: 'Why?', dueOn: '2026-12-01' as LocalDate };

/** A command of each kind, by its data. */
const data: LicenceCommands = {
  openLicence: honeyLicence,
  remindObligation: { obligation: 'honeyReport', dueOn: '2027-01-14' as LocalDate, step: 1 },
  missObligation: { obligation },
  remindRenewal: { step: 1 },
  endSuspension: {},
  expireLicence: {},
  demandReport: asked,
  orderRemedy: asked,
  noteSourceConsent: asked,
  submitReport: { obligation, period: 2026, report: digest },
  returnReport: { obligation, reason },
  acceptReport: { obligation },
  excuseObligation: { obligation, reason },
  claimInspection: { inspection: 'inspect-1', inspector: 'inspector' as PersonId },
  releaseInspection: { inspection: 'inspect-1', inspector: 'inspector' as PersonId },
  closeInspection: {
    inspection: 'inspect-1',
    inspector: 'inspector' as PersonId,
    finding: 'nothingFound',
    note: reason,
  },
  suspendLicence: { ground: measure.ground, reason },
  liftSuspension: { reason },
  revokeLicence: { violation: 'poisoning', reason },
  returnLicence: { reason },
  replaceLicence: { by: 'licence-2' as LicenceId },
  amendLicence: { facts: ['hives'], evidence: digest },
  extendLicence: { filedOn: day, years: 1 },
  reissueLicence: { cause: 'lost', reason },
  noteHolderChange: { change: 'owner', changedOn: day, evidence: digest },
  remindInWriting: { obligation },
  approveDocument: { document },
  allocateDocumentNumber: { document },
  voidDocumentNumber: { document, reason },
  noteDocumentSignatureRequested: { document, text, ...attempt },
  noteDocumentSignatureAnswered: { document, role: 'person', attempt: 1 },
  noteDocumentSignatureRefused: { document, text, ...attempt, reason: 'rejected', explanation: '' },
  noteDocumentHindered: { document, text, code: 'signerUnreachable' },
  requestDocumentSignatureAgain: { document },
  issueDocument: {
    document,
    text,
    file: digest,
    pages: 1,
    template: { id: 't', version: '1', hash: digest },
    signatures: [],
  },
  remindWork: { task: 'inspect-1' },
  escalateWork: { task: 'inspect-1' },
};

const letters: Readonly<Record<string, string>> = {
  LicenceNotOpened: 'n',
  LicenceAlreadyOpened: 'o',
  LicenceSuspended: 's',
  LicenceNotSuspended: 'i',
  LicenceRevoked: 'r',
  LicenceExpired: 'e',
  LicenceReturned: 'g',
  LicenceReplaced: 'p',
};

/** Written down a second time, from the law: + is asked in this state, a letter says why not. */
const expected = {
  //                none · inForce · suspended · revoked · expired · returned · replaced
  openLicence: '+ o o o o o o',
  remindObligation: 'n + + r e g p',
  missObligation: 'n + + r e g p',
  remindRenewal: 'n + + r e g p',
  endSuspension: 'n i + r e g p',
  expireLicence: 'n + + r e g p',
  demandReport: 'n + + r e g p',
  orderRemedy: 'n + + r e g p',
  noteSourceConsent: 'n + s r e g p',
  submitReport: 'n + + r e g p',
  returnReport: 'n + + r e g p',
  acceptReport: 'n + + r e g p',
  excuseObligation: 'n + + r e g p',
  claimInspection: 'n + + r e g p',
  releaseInspection: 'n + + r e g p',
  closeInspection: 'n + + r e g p',
  suspendLicence: 'n + s r e g p',
  liftSuspension: 'n i + r e g p',
  revokeLicence: 'n + + r e g p',
  returnLicence: 'n + + r e g p',
  replaceLicence: 'n + s r e g p',
  amendLicence: 'n + s r e g p',
  extendLicence: 'n + s r e g p',
  reissueLicence: 'n + + r e g p',
  noteHolderChange: 'n + + r e g p',
  remindInWriting: 'n + + r e g p',
  approveDocument: 'n + + + + + +',
  allocateDocumentNumber: 'n + + + + + +',
  voidDocumentNumber: 'n + + + + + +',
  noteDocumentSignatureRequested: 'n + + + + + +',
  noteDocumentSignatureAnswered: 'n + + + + + +',
  noteDocumentSignatureRefused: 'n + + + + + +',
  noteDocumentHindered: 'n + + + + + +',
  requestDocumentSignatureAgain: 'n + + + + + +',
  issueDocument: 'n + + + + + +',
  remindWork: 'n + + + + + +',
  escalateWork: 'n + + + + + +',
} as const satisfies Readonly<Record<LicenceCommandType, string>>;

function answers(command: LicenceCommand): string {
  const circumstances = licenceAt('2026-06-01T03:00:00.000Z', supervisedBeekeeping());
  const each = Object.values(past).map((events) => {
    const decision = decideLicence(command, foldLicence(events), circumstances);
    return ('refusal' in decision && letters[decision.refusal]) || '+';
  });
  return each.join(' ');
}

describe('what is asked of a licence in which state', () => {
  it.each(Object.entries(expected))('%s', (type, row) => {
    expect(answers({ type, data: data[type as LicenceCommandType] } as LicenceCommand)).toBe(row);
  });
});

/** In which states of a licence an application with which result is heard. */
const results = {
  'licence.issue': '+ o o o o o o',
  'licence.extend': 'n + s r e g p',
  'licence.amend': 'n + s r e g p',
  'licence.reissue': 'n + + r e g p',
  'licence.noteChange': 'n + + r e g p',
  'licence.return': 'n + + r e g p',
} as const satisfies Readonly<Record<Exclude<ResultKind, 'dossier.forward'>, string>>;

const wishes: AskedChange = {
  facts: data.amendLicence.facts,
  cause: 'lost',
  change: 'owner',
  changedOn: day,
};

describe('what an application may ask of a licence in which state', () => {
  it.each(Object.entries(results))('%s', (kind, row) => {
    const change = changeOf(kind as ResultKind, {
      filedOn: day,
      years: 1,
      asked: wishes,
      form: data.amendLicence.evidence,
    });
    expect(answers(change ?? { type: 'openLicence', data: data.openLicence })).toBe(row);
  });
});
