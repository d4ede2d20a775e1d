import { describe, expect, it } from '@jest/globals';
import {
  clerk,
  day,
  digest,
  director,
  hanoi,
  licenceId,
  otherClerk,
  otherLicenceId,
  recordsClerk,
} from '../../../test/support/beekeepers.js';
import {
  allocateLicenceNumber,
  assignTask,
  enterLicence,
  handOverResult,
  handOverTask,
  issueCertificate,
  noteSignatureAnswered,
  noteSignatureRefused,
  noteSignatureRequested,
  remindApplicant,
  requestSignatureAgain,
  voidLicenceNumber,
} from '../../../test/support/beekeeping-commands.js';
import {
  certificateIssued,
  denied,
  licenceEntered,
  licenceGranted,
  numberAllocated,
  numberVoided,
  resultHandedOver,
  signatureAnswered,
  signatureRefused,
  signatureRequested,
  signatureRequestedAgain,
  standing,
  taskAssigned,
  template,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';
import { licenceResultOf } from '../result.js';
import { openTaskIds } from '../tasks.js';

const { certificate, handover } = standing;
const numbered = [...certificate, numberAllocated()];

describe('the number of a licence', () => {
  it('is the next of the year’s register of the agency, and the licence is dated that day', () => {
    given(certificate).when(allocateLicenceNumber()).thenHappens(numberAllocated());
    given(certificate)
      .when(allocateLicenceNumber(), { nextNumber: { 'licence:H99.10:GP-NO:2026': 123 } })
      .thenHappens(numberAllocated({ number: 123, text: '123/GP-NO' }));
  });

  it('is of the year that it is in Viet Nam', () => {
    const nextNumber = { 'licence:H99.10:GP-NO:2026': 400 };
    given(certificate)
      .when(allocateLicenceNumber(), { nextNumber, at: '2026-12-31 23:59' })
      .thenHappens(
        numberAllocated({
          number: 400,
          text: '400/GP-NO',
          issuedOn: day('2026-12-31'),
          expiresOn: day('2031-12-31'),
        }),
      );
    given(certificate)
      .when(allocateLicenceNumber(), { nextNumber, at: '2027-01-01 00:00' })
      .thenHappens(
        numberAllocated({ year: 2027, issuedOn: day('2027-01-01'), expiresOn: day('2032-01-01') }),
      );
  });

  it.each([
    [5, '2028-02-29', '2033-02-28'],
    [4, '2028-02-29', '2032-02-29'],
    [1, '2027-02-28', '2028-02-28'],
  ])('begins a term of %s years: from %s to %s (Civil Code Art. 148)', (termYears, issuedOn, expiresOn) => {
    given(certificate.slice(0, -1), licenceGranted({ termYears }))
      .when(allocateLicenceNumber(), { at: `${issuedOn} 09:00` })
      .thenHappens(
        numberAllocated({
          year: Number(issuedOn.slice(0, 4)),
          issuedOn: day(issuedOn),
          expiresOn: day(expiresOn),
        }),
      );
  });

  it('is given once, by whoever holds the task', () => {
    given(numbered).when(allocateLicenceNumber()).thenRefused('NumberAlreadyAllocated', { text: '01/GP-NO' });
    given(certificate, taskAssigned({ task: 'allocateNumber-1', to: recordsClerk }))
      .when(allocateLicenceNumber(), { by: clerk })
      .thenRefused('TaskHeldByAnother', { task: 'allocateNumber-1', holder: recordsClerk });
  });

  it('given by mistake is voided with the reason, and another is given', () => {
    given(numbered).when(voidLicenceNumber()).thenHappens(numberVoided());
    given(numbered)
      .when(voidLicenceNumber({ reason: '' }))
      .thenRefused('TextMissing', { field: 'reason' });
    given(certificate).when(voidLicenceNumber()).thenRefused('NumberNotAllocated', {});
    const second = { licenceId: otherLicenceId, number: 2, text: '02/GP-NO' };
    given(numbered, numberVoided())
      .when(allocateLicenceNumber({ licenceId: otherLicenceId }), {
        nextNumber: { 'licence:H99.10:GP-NO:2026': 2 },
      })
      .thenHappens(numberAllocated(second));
  });
});

describe('a signature that is refused', () => {
  const refused = [...numbered, signatureRefused()];

  it('is on record, keeps the dossier where it is, and is work for the records clerk', () => {
    given(numbered).when(noteSignatureRefused()).thenHappens(signatureRefused());
    expect(dossierOf(refused)).toMatchObject({ stage: 'certificate', signing: { refusedBy: 'person' } });
    expect(openTaskIds(dossierOf(refused))).toStrictEqual(['requestSignature-1']);
    expect(openTaskIds(dossierOf(numbered))).toStrictEqual([]);
  });

  it('is noted once, and not of a number that was voided meanwhile', () => {
    given(refused).when(noteSignatureRefused()).thenRefused('AlreadyDone', {});
    given(certificate).when(noteSignatureRefused()).thenRefused('NumberNotAllocated', {});
    given(numbered)
      .when(noteSignatureRefused({ licenceId: otherLicenceId }))
      .thenRefused('OtherLicence', { licenceId });
  });

  it('is asked for again by the records clerk who holds the task, as often as it is refused', () => {
    given(numbered).when(requestSignatureAgain()).thenRefused('SignatureNotRefused', {});
    given(refused).when(requestSignatureAgain()).thenHappens(signatureRequestedAgain());
    given(refused, taskAssigned({ task: 'requestSignature-1', to: recordsClerk }))
      .when(requestSignatureAgain(), { by: clerk })
      .thenRefused('TaskHeldByAnother', { task: 'requestSignature-1', holder: recordsClerk });
    const asked = [...refused, signatureRequestedAgain()];
    given(asked).when(requestSignatureAgain()).thenRefused('SignatureNotRefused', {});
    given(asked).when(noteSignatureRefused()).thenRefused('AlreadyDone', {});
    const second = { attempt: 2, reason: 'expired' } as const;
    given(asked).when(noteSignatureRefused(second)).thenHappens(signatureRefused(second));
    given(asked, signatureRefused(second))
      .when(requestSignatureAgain())
      .thenHappens(signatureRequestedAgain({ attempt: 3 }));
    given(asked).when(issueCertificate()).thenHappens(certificateIssued());
  });

  it('is forgotten with the number that it was for', () => {
    const second = numberAllocated({ licenceId: otherLicenceId, number: 2, text: '02/GP-NO' });
    expect(dossierOf(refused, numberVoided(), second)).not.toHaveProperty('signing');
  });
});

describe('a signer who takes their time', () => {
  const awaited = [...numbered, signatureRequested()];
  const seal = { role: 'organisation', signer: 'H99.10' } as const;
  const sealAwaited = signatureRequested({ ...seal, task: 'seal-1' });

  it('has it as their work from then on; the seal is for whoever of the records clerks comes first', () => {
    given(numbered).when(noteSignatureRequested()).thenHappens(signatureRequested());
    expect(openTaskIds(dossierOf(awaited))).toStrictEqual(['sign-1']);
    expect(dossierOf(awaited).holders).toStrictEqual({ 'sign-1': director });
    given(awaited).when(noteSignatureRequested(seal)).thenHappens(sealAwaited);
    expect(openTaskIds(dossierOf(awaited, sealAwaited))).toStrictEqual(['seal-1']);
    expect(dossierOf(awaited, sealAwaited).holders).not.toHaveProperty('seal-1');
  });

  it('is noted once for each attempt, and not of a number that was voided meanwhile', () => {
    given(awaited).when(noteSignatureRequested()).thenRefused('AlreadyDone', {});
    given(numbered)
      .when(noteSignatureRequested({ attempt: 2 }))
      .thenRefused('AlreadyDone', {});
    given(awaited, signatureRefused()).when(noteSignatureRequested()).thenRefused('AlreadyDone', {});
    given(certificate).when(noteSignatureRequested()).thenRefused('NumberNotAllocated', {});
    given(awaited)
      .when(noteSignatureRequested({ licenceId: otherLicenceId }))
      .thenRefused('OtherLicence', { licenceId });
    given(awaited, signatureRefused(), signatureRequestedAgain())
      .when(noteSignatureRequested({ attempt: 2 }))
      .thenHappens(signatureRequested({ attempt: 2 }));
  });

  it('cannot have it done by anybody else', () => {
    const ofAnother = ['SignatureIsOfAnother', { signer: director }] as const;
    given(awaited)
      .when(handOverTask({ task: 'sign-1', to: otherClerk }), { by: director })
      .thenRefused(...ofAnother);
    given(awaited)
      .when(assignTask({ task: 'sign-1', to: otherClerk }))
      .thenRefused(...ofAnother);
    given(awaited, sealAwaited)
      .when(assignTask({ task: 'seal-1', to: recordsClerk }))
      .thenHappens(taskAssigned({ task: 'seal-1', to: recordsClerk }));
  });

  it('is looked at when the service calls: again and again, but calls within a minute are one', () => {
    given(awaited).when(noteSignatureAnswered()).thenHappens(signatureAnswered());
    const called = [...awaited, signatureAnswered()];
    given(called).when(noteSignatureAnswered(), { at: '2026-03-13 14:00' }).thenRefused('AlreadyDone', {});
    given(called)
      .when(noteSignatureAnswered(), { at: '2026-03-13 14:01' })
      .thenHappens(signatureAnswered({ answeredAt: hanoi('2026-03-13 14:01') }));
    given(numbered).when(noteSignatureAnswered()).thenRefused('AlreadyDone', {});
    given(awaited)
      .when(noteSignatureAnswered({ attempt: 2 }))
      .thenRefused('AlreadyDone', {});
    given(awaited, sealAwaited).when(noteSignatureAnswered()).thenRefused('AlreadyDone', {});
  });

  it('signs after all, or the number is voided: nobody is awaited any more', () => {
    given(awaited).when(issueCertificate()).thenHappens(certificateIssued());
    expect(openTaskIds(dossierOf(awaited, numberVoided()))).toStrictEqual(['allocateNumber-1']);
    given(awaited).when(noteSignatureRefused()).thenHappens(signatureRefused());
  });
});

describe('the certificate', () => {
  it('is issued for the number that was given, and the result is ready', () => {
    given(numbered).when(issueCertificate()).thenHappens(certificateIssued());
    expect(dossierOf(numbered, certificateIssued())).toMatchObject({
      stage: 'handover',
      result: { kind: 'licence', number: { text: '01/GP-NO' }, certificate: digest('c'), entered: false },
      readyAt: hanoi('2026-03-11 09:05'),
    });
  });

  it('waits for the number', () => {
    given(certificate).when(issueCertificate()).thenRefused('NumberNotAllocated', {});
  });

  it('drawn for a number that was voided meanwhile is not that of the next number', () => {
    const second = numberAllocated({ licenceId: otherLicenceId, number: 2, text: '02/GP-NO' });
    given(numbered, numberVoided(), second)
      .when(issueCertificate())
      .thenRefused('OtherLicence', { licenceId: otherLicenceId });
    const own = { certificate: digest('8'), pages: 1, template: { ...template, version: '2' } };
    given(numbered, numberVoided(), second)
      .when(issueCertificate({ licenceId: otherLicenceId, ...own }))
      .thenHappens(certificateIssued(own));
  });
});

describe('the result', () => {
  it('is handed over by whoever holds the task, and the dossier is closed', () => {
    given(handover).when(handOverResult()).thenHappens(resultHandedOver());
    given(denied.handover)
      .when(handOverResult({ way: 'post' }))
      .thenHappens(resultHandedOver({ way: 'post' }));
    given(handover, taskAssigned({ task: 'handOver-1', to: clerk }))
      .when(handOverResult(), { by: otherClerk })
      .thenRefused('TaskHeldByAnother', { task: 'handOver-1', holder: clerk });
    expect(dossierOf(handover, resultHandedOver())).toMatchObject({ stage: 'closed', outcome: 'granted' });
    expect(dossierOf(denied.handover, resultHandedOver())).toMatchObject({ outcome: 'denied' });
  });

  it('that waits is reminded of every week, as often as the procedure says', () => {
    const reminded = (count: number) =>
      ({ type: 'ApplicantReminded', data: { about: 'collection', count } }) as const;
    const collect = (count: number) => remindApplicant({ about: 'collection', count });
    given(handover).when(collect(1), { at: '2026-03-18 17:00' }).thenHappens(reminded(1));
    given(handover)
      .when(collect(1), { at: '2026-03-18 16:59' })
      .thenRefused('NotYetDue', { at: hanoi('2026-03-18 17:00') });
    given(handover, reminded(1)).when(collect(2), { at: '2026-03-25 17:00' }).thenHappens(reminded(2));
    given(handover, reminded(1), reminded(2))
      .when(collect(3), { at: '2026-05-01 09:00' })
      .thenRefused('AlreadyDone', {});
    given(handover).when(collect(2), { at: '2026-05-01 09:00' }).thenRefused('AlreadyDone', {});
  });
});

describe('the entry of a licence in the register', () => {
  const closed = [...handover, resultHandedOver()];

  it.each([
    ['while it waits', handover],
    ['when its holder was faster than the register', closed],
  ])('happens once, %s', (_, events) => {
    given(events).when(enterLicence()).thenHappens(licenceEntered());
    given(events, licenceEntered()).when(enterLicence()).thenRefused('LicenceAlreadyEntered', {});
    given(events)
      .when(enterLicence({ licenceId: otherLicenceId }))
      .thenRefused('OtherLicence', { licenceId });
    expect(licenceResultOf(dossierOf(events, licenceEntered()))).toMatchObject({ entered: true });
  });

  it('is dropped for good where the licence it changes has ended', () => {
    const refusal = 'LicenceRevoked';
    const dropped = { type: 'LicenceEntryDropped', data: { licenceId, refusal } } as const;
    given(handover)
      .when(enterLicence({ dropped: refusal }))
      .thenHappens(dropped);
    given(handover, dropped).when(enterLicence()).thenRefused('LicenceAlreadyEntered', {});
    given(closed, dropped).when(enterLicence()).thenRefused('LicenceAlreadyEntered', {});
  });

  it('is of a licence: a denial has none, nor has a dossier that ended otherwise', () => {
    given(denied.handover).when(enterLicence()).thenRefused('NoLicenceToEnter', {});
    given(denied.handover, resultHandedOver()).when(enterLicence()).thenRefused('NoLicenceToEnter', {});
  });

  it('is remembered when the result is handed over', () => {
    const dossier = dossierOf(handover, licenceEntered(), resultHandedOver());
    expect(dossier).toMatchObject({ stage: 'closed', licence: { entered: true, number: { licenceId } } });
  });
});
