import { describe, expect, it } from '@jest/globals';
import { digest, hanoi, specialist } from '../../../test/support/beekeepers.js';
import { forwardedBeekeeping, shortBeekeeping } from '../../../test/support/beekeeping.js';
import {
  acceptDossier,
  allocateLicenceNumber,
  approveForwarding,
  denyLicence,
  grantLicence,
  handOverResult,
  issueCertificate,
  issueLetter,
  proposeForwarding,
  proposeGrant,
  reopenDossier,
} from '../../../test/support/beekeeping-commands.js';
import {
  accepted,
  appraisalRecorded,
  certificateIssued,
  completenessConfirmed,
  denied,
  deniedByLetter,
  forwarding,
  forwardingProposed,
  letterNumberAllocated,
  numberAllocated,
  opinionsIn,
  resultHandedOver,
  standing,
  submitted,
  template,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';
import type { DossierEvent } from '../events.js';
import { nationalStatusOf } from '../national-status.js';
import { openTaskIds } from '../tasks.js';

describe('stages that a procedure leaves out are passed at once', () => {
  const procedure = shortBeekeeping();

  it('what was looked through at the desk is complete with its acceptance', () => {
    const at = hanoi('2026-03-02 10:00');
    given(submitted())
      .when(acceptDossier(), { procedure })
      .thenHappens(
        accepted(),
        completenessConfirmed({ confirmedAt: at, appraiseBy: hanoi('2026-03-09 17:00') }),
      );
  });

  it('what nobody hands over has reached its applicant when it is issued', () => {
    given(standing.certificate, numberAllocated())
      .when(issueCertificate(), { procedure })
      .thenHappens(
        certificateIssued(),
        resultHandedOver({ way: 'online', handedOverAt: hanoi('2026-03-11 09:05') }),
      );
  });
});

describe('a dossier on which another authority decides', () => {
  const procedure = forwardedBeekeeping();
  const appraised = [...standing.appraisal, ...opinionsIn(), appraisalRecorded()];
  const drafted = forwarding.decision;
  const numbered = forwarding.certificate;
  const [letterNumber, approved] = [letterNumberAllocated(), numbered.at(-2) as DossierEvent];
  const forwarded: DossierEvent = {
    type: 'DossierForwarded',
    data: {
      letter: digest('d'),
      pages: 1,
      template,
      signatures: [],
      to: 'Cục Nuôi ong',
      forwardedAt: hanoi('2026-03-11 09:05'),
    },
  };

  it('is proposed without years, approved, numbered as a letter, and closed when the letter is out', () => {
    given(appraised).when(proposeGrant(), { procedure }).thenRefused('TermNotExpected', {});
    given(appraised).when(proposeForwarding(), { procedure }).thenHappens(forwardingProposed());
    given(drafted).when(approveForwarding(), { procedure }).thenHappens(approved);
    given(drafted, approved).when(allocateLicenceNumber(), { procedure }).thenHappens(letterNumber);
    given(numbered).when(issueLetter(), { procedure }).thenHappens(forwarded);
  });

  it('is granted by nobody here, who is told where it is decided; what is decided here is not sent on', () => {
    given(drafted)
      .when(grantLicence(), { procedure })
      .thenRefused('DecidedElsewhere', { authority: 'Cục Nuôi ong' });
    given(standing.decision).when(approveForwarding()).thenRefused('DecidedHere', {});
  });

  it('is sent on by other eyes than those that drafted it, and only where the draft says so', () => {
    given(drafted)
      .when(approveForwarding(), { procedure, by: specialist })
      .thenRefused('PreparerMayNotApprove', { preparedBy: specialist });
    given(denied.decision)
      .when(approveForwarding(), { procedure })
      .thenRefused('DraftSaysOtherwise', { draft: 'deny' });
    given(denied.decision).when(denyLicence(), { procedure }).thenHappens(deniedByLetter);
  });

  it('is then with nobody here: no task, no hand-over, no way back', () => {
    const closed = dossierOf([...numbered, forwarded]);
    expect(closed).toMatchObject({ stage: 'closed', outcome: 'forwarded' });
    expect([openTaskIds(closed), nationalStatusOf(closed)]).toStrictEqual([[], 10]);
    given(numbered, forwarded)
      .when(handOverResult(), { procedure })
      .thenRefused('DossierClosed', { stage: 'closed', command: 'handOverResult' });
    given(numbered, forwarded)
      .when(reopenDossier(), { procedure })
      .thenRefused('NotReopenable', { outcome: 'forwarded' });
  });
});
