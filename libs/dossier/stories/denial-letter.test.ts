import { describe, expect, it } from '@jest/globals';
import { digest, director, hanoi, licenceId } from '../../../test/support/beekeepers.js';
import { letteredBeekeeping } from '../../../test/support/beekeeping.js';
import {
  allocateLicenceNumber,
  denyLicence,
  handOverResult,
  issueCertificate,
  issueLetter,
  noteLetterSignatureRefused,
  noteLetterSignatureRequested,
  requestSignatureAgain,
  stopDossier,
  voidLicenceNumber,
} from '../../../test/support/beekeeping-commands.js';
import {
  denied,
  deniedByLetter,
  letterIssued,
  letterNumberAllocated,
  licenceDenied,
  resultHandedOver,
  signatureRefused,
  signatureRequested,
  signatureRequestedAgain,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';
import { claimsOf } from '../registers.js';
import { openTaskIds } from '../tasks.js';

const procedure = letteredBeekeeping();
const toBeDenied = denied.decision;
const letter = [...toBeDenied, deniedByLetter];
const numbered = [...letter, letterNumberAllocated()];
const voided = { type: 'LetterNumberVoided', data: { number: 1, year: 2026, text: '01/SNO' } } as const;

describe('the letter that tells of a denial', () => {
  it('is work of the records clerk once the licence is denied; where none is written here the denial is handed over as it is', () => {
    given(toBeDenied).when(denyLicence(), { procedure }).thenHappens(deniedByLetter);
    given(toBeDenied).when(denyLicence()).thenHappens(licenceDenied());
    expect(openTaskIds(dossierOf(letter))).toStrictEqual(['allocateNumber-1']);
    given(letter).when(handOverResult(), { procedure }).thenRefused('CertificateNotIssued', {
      stage: 'certificate',
      command: 'handOverResult',
    });
  });

  it('is numbered in a register of its own, which takes each number once', () => {
    given(letter).when(allocateLicenceNumber(), { procedure }).thenHappens(letterNumberAllocated());
    given(letter)
      .when(allocateLicenceNumber(), { procedure, nextNumber: { 'letter:H99.10:SNO:2026': 207 } })
      .thenHappens(letterNumberAllocated({ number: 207, text: '207/SNO' }));
    given(numbered)
      .when(allocateLicenceNumber(), { procedure })
      .thenRefused('NumberAlreadyAllocated', { text: '01/SNO' });
    expect(claimsOf(letterNumberAllocated())).toStrictEqual(['letter:H99.10:SNO:2026#000001']);
  });

  it('is signed as a certificate is, with everything that may come in between', () => {
    given(numbered).when(noteLetterSignatureRequested(), { procedure }).thenHappens(signatureRequested());
    const asked = [...numbered, signatureRequested()];
    expect(dossierOf(asked).holders).toStrictEqual({ 'sign-1': director });
    given(asked).when(noteLetterSignatureRefused(), { procedure }).thenHappens(signatureRefused());
    given(asked, signatureRefused())
      .when(requestSignatureAgain(), { procedure })
      .thenHappens(signatureRequestedAgain());
  });

  it('is the result, and waits for the applicant', () => {
    given(numbered).when(issueLetter(), { procedure }).thenHappens(letterIssued());
    expect(dossierOf(numbered, letterIssued())).toMatchObject({
      stage: 'handover',
      result: { kind: 'denial', reasons: [{ code: 'tooClose' }], letter: digest('d') },
      readyAt: hanoi('2026-03-11 09:05'),
    });
    given(numbered, letterIssued()).when(handOverResult(), { procedure }).thenHappens(resultHandedOver());
    expect(dossierOf(numbered, letterIssued(), resultHandedOver())).toMatchObject({
      stage: 'closed',
      outcome: 'denied',
    });
  });

  it('drawn for a number that does not stand any more, or as a certificate, is not issued', () => {
    given(numbered)
      .when(issueLetter({ text: '02/SNO' }), { procedure })
      .thenRefused('NumberNotAllocated', {});
    given(numbered)
      .when(issueCertificate({ licenceId }), { procedure })
      .thenRefused('NumberNotAllocated', {});
    given(letter).when(issueLetter(), { procedure }).thenRefused('NumberNotAllocated', {});
  });

  it('has a number that is explained where it was given by mistake, or the dossier is stopped', () => {
    const wrong = { ...voided, data: { ...voided.data, reason: 'Wrong holder' } };
    given(numbered).when(voidLicenceNumber(), { procedure }).thenHappens(wrong);
    expect(openTaskIds(dossierOf(numbered, wrong))).toStrictEqual(['allocateNumber-1']);
    const again = [...numbered, signatureRequested(), signatureRefused(), wrong, letterNumberAllocated()];
    given(again).when(noteLetterSignatureRequested(), { procedure }).thenHappens(signatureRequested());
    given(numbered)
      .when(stopDossier(), { procedure })
      .thenHappens(
        { ...voided, data: { ...voided.data, reason: 'swarmed' } },
        expect.objectContaining({ type: 'DossierStopped' }) as never,
      );
  });
});
