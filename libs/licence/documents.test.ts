import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import type { Digest, PersonId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { honeyLicence, licenceAt, licenceOf, opened } from '../../test/support/beekeeping-licences.js';
import { writtenBeekeeping } from '../../test/support/written-beekeeping.js';
import { licenceAgenda } from './agenda.js';
import type { LicenceCommand, LicenceCommands } from './commands.js';
import { decideLicence } from './decide.js';
import { documentStanding } from './document-standing.js';
import type { LicenceEvent } from './events.js';
import { licenceClaimsOf, licenceRegistersFor } from './registers.js';
import { openWork } from './work.js';

const bees = writtenBeekeeping();
/** Tuesday, 5 May 2026; three working days later is Friday, the 8th. */
const AT = '2026-05-05T03:00:00.000Z';
const [specialist, director, records, system] = ['specialist', 'director', 'records', 'system'] as const;
type Act = readonly [who: string, command: LicenceCommand, at?: string];

const violation = { kind: 'violation', violation: 'mislabelling' } as const;
const suspend: Act = [director, { type: 'suspendLicence', data: { ground: violation, reason: 'Labels' } }];
const lift: Act = [director, { type: 'liftSuspension', data: { reason: 'Labelled' } }];
const revoke: Act = [director, { type: 'revokeLicence', data: { violation: 'poisoning', reason: 'Poison' } }];
const asked = { obligation: 'a-1', subject: 'Label the hives', dueOn: '2026-06-15' as LocalDate };
const order: Act = [specialist, { type: 'orderRemedy', data: asked }];
const demand: Act = [specialist, { type: 'demandReport', data: asked }];
const consent: Act = [specialist, { type: 'noteSourceConsent', data: asked }];
const excuse: Act = [director, { type: 'excuseObligation', data: { obligation: 'a-1', reason: 'Done' } }];
const remind = (obligation = 'a-1'): Act => [specialist, { type: 'remindInWriting', data: { obligation } }];
const approve = (document: string, who: string = director): Act => [
  who,
  { type: 'approveDocument', data: { document } },
];
const number = (document: string): Act => [records, { type: 'allocateDocumentNumber', data: { document } }];
const unnumber = (document: string, reason = 'Mistyped'): Act => [
  records,
  { type: 'voidDocumentNumber', data: { document, reason } },
];
const file = 'f'.repeat(64) as Digest;
const drawn = { file, pages: 1, template: { id: 't', version: '1', hash: file }, signatures: [] };
const issue = (document: string, text: string): Act => [
  system,
  { type: 'issueDocument', data: { document, text, ...drawn } },
];
const person = { role: 'person', signer: director, attempt: 1 } as const;
const request = (
  document: string,
  text: string,
  changes: Partial<LicenceCommands['noteDocumentSignatureRequested']> = {},
): Act => [
  system,
  { type: 'noteDocumentSignatureRequested', data: { document, text, ...person, ...changes } },
];
const hinder = (document: string, text: string): Act => [
  system,
  { type: 'noteDocumentHindered', data: { document, text, code: 'signerUnreachable' } },
];
const refuse = (document: string, text: string): Act => [
  system,
  {
    type: 'noteDocumentSignatureRefused',
    data: { document, text, ...person, reason: 'rejected', explanation: '' },
  },
];
const again = (document: string): Act => [
  records,
  { type: 'requestDocumentSignatureAgain', data: { document } },
];

/** Everything given in turn; numbers are drawn as the log would draw them. */
function given(...acts: readonly Act[]) {
  const events: LicenceEvent[] = [opened()];
  for (const [who, command, now = AT] of acts) {
    const licence = licenceOf(...events);
    const circumstances = licenceAt(now, bees);
    const nextNumber = Object.fromEntries(
      licenceRegistersFor(command, licence, circumstances).map((register) => [
        register,
        events.flatMap(licenceClaimsOf).filter((claim) => claim.startsWith(`${register}#`)).length + 1,
      ]),
    );
    const answer = decideLicence(command, licence, {
      ...circumstances,
      actor: who as PersonId,
      nextNumber,
    });
    if ('refusal' in answer) return answer.refusal;
    events.push(...answer);
  }
  return licenceOf(...events);
}

function work(...acts: readonly Act[]): readonly string[] {
  const licence = given(...acts);
  if (typeof licence === 'string') throw new Error(licence);
  return openWork(licence, vietnamCalendar).map(({ id, role }) => `${id}: ${role}`);
}

function due(...acts: readonly Act[]): readonly string[] {
  const licence = given(...acts);
  if (typeof licence === 'string') throw new Error(licence);
  return licenceAgenda(licence, bees, vietnamCalendar)
    .filter(({ action }) => ['issueDocument', 'remindWork', 'escalateWork'].includes(action))
    .map(({ action, at }) => `${action} ${at}`);
}

describe('what is put into writing', () => {
  it.each([
    ['a suspension', [suspend], ['numberDocument-suspension-1: recordsClerk']],
    [
      'a suspension that was lifted, by two decisions',
      [suspend, lift],
      ['numberDocument-suspension-1: recordsClerk', 'numberDocument-lifting-1: recordsClerk'],
    ],
    [
      'a revocation, though the licence has ended by it',
      [revoke],
      ['numberDocument-revocation: recordsClerk'],
    ],
    [
      'the second suspension, by the revocation alone',
      [
        suspend,
        number('suspension-1'),
        issue('suspension-1', '01/QĐ-NO'),
        lift,
        number('lifting-1'),
        suspend,
      ],
      ['numberDocument-revocation: recordsClerk'],
    ],
    [
      'a remedy, once the director has approved the letter',
      [order],
      ['approveDocument-remedyOrder-a-1: director'],
    ],
    ['a demanded report', [demand], ['approveDocument-reportDemand-a-1: director']],
    ['not that a consent runs out', [consent], []],
    ['a reminder, when somebody wants it', [consent, remind()], ['approveDocument-reminder-a-1-1: director']],
    [
      'reminders of two duties at once, each the first of its duty',
      [consent, remind(), remind('honeyReport-2027-01-14')],
      [
        'approveDocument-reminder-a-1-1: director',
        'approveDocument-reminder-honeyReport-2027-01-14-1: director',
      ],
    ],
    ['no letter about a duty that is settled', [order, excuse], []],
    [
      'no letter under a licence that has ended',
      [order, revoke],
      ['numberDocument-revocation: recordsClerk'],
    ],
  ] as const)('%s', (_, acts, expected) => {
    expect(work(...acts)).toStrictEqual(expected);
  });

  it('goes the way of the office: approved, numbered, signed, out, though something hindered it in between', () => {
    const id = 'remedyOrder-a-1';
    const text = '01/SNO';
    const way: readonly Act[] = [
      order,
      approve(id),
      number(id),
      request(id, text),
      hinder(id, text),
      request(id, text),
      refuse(id, text),
      again(id),
    ];
    const steps = way.map((_, n) => work(...way.slice(0, n + 1)).map((task) => task.split('-')[0]));
    expect(steps).toStrictEqual([
      ['approveDocument'],
      ['numberDocument'],
      [],
      ['signDocument'],
      ['mendDocument'],
      ['signDocument'],
      ['requestDocumentSignature'],
      [],
    ]);
    const out = given(...way, issue(id, text));
    const renumbered: readonly Act[] = [
      order,
      approve(id),
      number(id),
      refuse(id, text),
      unnumber(id),
      number(id),
    ];
    expect(work(...renumbered, request(id, '02/SNO'))).toStrictEqual([`signDocument-${id}: director`]);
    expect(out).toHaveProperty('documents', [
      expect.objectContaining({ id, file, approvedBy: director, number: expect.objectContaining({ text }) }),
    ]);
  });

  it('numbers decisions and letters apart, without gaps, and never gives a voided number again', () => {
    const licence = given(
      order,
      suspend,
      number('suspension-1'),
      approve('remedyOrder-a-1'),
      number('remedyOrder-a-1'),
      unnumber('remedyOrder-a-1'),
      number('remedyOrder-a-1'),
    );
    expect(typeof licence !== 'string' && licence.documents.map((one) => one.number?.text)).toStrictEqual([
      '02/SNO',
      '01/QĐ-NO',
    ]);
  });
});

describe('what is refused, by name', () => {
  const id = 'remedyOrder-a-1';
  const numbered = [order, approve(id), number(id)] as const;
  it.each<readonly [string, readonly Act[], string]>([
    ['a document there is not', [approve('none')], 'DocumentUnknown'],
    ['an approval by who had it written', [order, approve(id, specialist)], 'OrdererMayNotApprove'],
    ['a second approval', [order, approve(id), approve(id)], 'DocumentAlreadyApproved'],
    [
      'a decision approved, which its director did',
      [suspend, approve('suspension-1')],
      'DocumentAlreadyApproved',
    ],
    ['a number before the approval', [order, number(id)], 'DocumentNotApproved'],
    ['a second number', [...numbered, number(id)], 'DocumentNumberAlreadyAllocated'],
    ['a number voided that there is not', [order, approve(id), unnumber(id)], 'DocumentNotNumbered'],
    ['a number voided without a reason', [...numbered, unnumber(id, ' ')], 'TextMissing'],
    ['a file drawn for another number', [...numbered, issue(id, '07/SNO')], 'DocumentNotNumbered'],
    [
      'a file drawn for a number that was voided',
      [...numbered, unnumber(id), number(id), issue(id, '01/SNO')],
      'DocumentNotNumbered',
    ],
    ['a second file', [...numbered, issue(id, '01/SNO'), issue(id, '01/SNO')], 'DocumentAlreadyIssued'],
    ['a request noted twice', [...numbered, request(id, '01/SNO'), request(id, '01/SNO')], 'AlreadyDone'],
    [
      'a request of an attempt that is over',
      [...numbered, refuse(id, '01/SNO'), again(id), request(id, '01/SNO')],
      'AlreadyDone',
    ],
    [
      'a hindrance while somebody must be asked again',
      [...numbered, refuse(id, '01/SNO'), hinder(id, '01/SNO')],
      'AlreadyDone',
    ],
    ['a signature asked for again that nobody refused', [...numbered, again(id)], 'SignatureNotRefused'],
    ['a letter about a settled duty', [order, excuse, approve(id)], 'DocumentNotNeeded'],
    ['two letters of reminder at a time', [consent, remind(), remind()], 'DocumentAlreadyOrdered'],
    ['a reminder of a duty there is not', [remind('none')], 'ObligationUnknown'],
  ])('%s', (_, acts, refusal) => expect(given(...acts)).toBe(refusal));
});

describe('what the paper says, later', () => {
  it.each<readonly [string, string, readonly [readonly Act[], string]]>([
    ['a suspension that lasts', 'suspension-1', [[suspend], 'inEffect']],
    ['a suspension that was lifted', 'suspension-1', [[suspend, lift], 'over']],
    ['the lifting', 'lifting-1', [[suspend, lift], 'inEffect']],
    ['a suspension of a licence that was revoked', 'suspension-1', [[suspend, revoke], 'over']],
    ['a revocation', 'revocation', [[revoke], 'inEffect']],
    ['an order to remedy', 'remedyOrder-a-1', [[order], 'inEffect']],
    ['an order that was followed', 'remedyOrder-a-1', [[order, excuse], 'settled']],
    ['an order that lapsed with its licence', 'remedyOrder-a-1', [[order, revoke], 'settled']],
    [
      'a reminder under a licence that has ended',
      'reminder-honeyReport-2028-01-14-1',
      [[remind('honeyReport-2028-01-14'), revoke], 'over'],
    ],
    ['a demand', 'reportDemand-a-1', [[demand], 'inEffect']],
    ['a reminder of what was then settled', 'reminder-a-1-1', [[consent, remind(), excuse], 'settled']],
  ])('%s', (_, id, [acts, expected]) => {
    const licence = given(...acts);
    if (typeof licence === 'string') throw new Error(licence);
    const document = licence.documents.find((one) => one.id === id);
    expect(document && documentStanding(document, licence)).toBe(expected);
  });
});

describe('time', () => {
  const id = 'suspension-1';
  const [reminded, late] = ['2026-05-08T01:00:00.000Z', '2026-05-08T17:00:00.000Z'];

  it('reminds of a document on the morning of its last day, and tells when it is late', () => {
    expect(due(suspend)).toStrictEqual([`remindWork ${reminded}`, `escalateWork ${late}`]);
    const task = `numberDocument-${id}`;
    const remindWork: Act = [system, { type: 'remindWork', data: { task } }, reminded];
    expect(due(suspend, remindWork)).toStrictEqual([`escalateWork ${late}`]);
    const escalateWork: Act = [system, { type: 'escalateWork', data: { task } }, late];
    expect(due(suspend, remindWork, escalateWork)).toStrictEqual([]);
    expect(given(suspend, remindWork, remindWork)).toBe('AlreadyDone');
    expect(given(suspend, [system, { type: 'remindWork', data: { task } }])).toBe('NotYetDue');
  });

  it('makes a document as soon as it has its number, and looks again for a signature without holding anything up', () => {
    expect(due(suspend, number(id))).toStrictEqual([`issueDocument ${AT}`]);
    const waiting = due(suspend, number(id), request(id, '01/QĐ-NO'));
    expect(waiting).toStrictEqual([`issueDocument ${AT}`, `remindWork ${reminded}`, `escalateWork ${late}`]);
    expect(due(suspend, number(id), refuse(id, '01/QĐ-NO'))).not.toContain(`issueDocument ${AT}`);
    expect(due(suspend, number(id), issue(id, '01/QĐ-NO'))).toStrictEqual([]);
  });

  it('makes a letter that has its number though its duty was settled since', () => {
    const letter = 'remedyOrder-a-1';
    expect(due(order, approve(letter), number(letter), excuse)).toStrictEqual([`issueDocument ${AT}`]);
  });

  it('claims each number in the register of its kind', () => {
    const licence = given(suspend, number(id));
    if (typeof licence === 'string') throw new Error(licence);
    const command = { type: 'allocateDocumentNumber', data: { document: id } } as const;
    expect(licenceRegistersFor(command, licence, licenceAt(AT, bees))).toStrictEqual([
      `licence:${honeyLicence.agency}:QĐ-NO:2026`,
    ]);
  });
});
