import { describe, expect, it } from '@jest/globals';
import { hanoi, recordsClerk, specialist } from '../../../test/support/beekeepers.js';
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
  recordForwardingAnswer,
  reopenDossier,
} from '../../../test/support/beekeeping-commands.js';
import {
  accepted,
  appraisalRecorded,
  certificateIssued,
  completenessConfirmed,
  decisionProposed,
  denied,
  deniedByLetter,
  dossierForwarded,
  forwarding,
  forwardingProposed,
  letterNumberAllocated,
  numberAllocated,
  opinionsIn,
  resultHandedOver,
  standing,
  submitted,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';
import type { LocalDate } from '#libs/kernel/time.js';
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
  const forwarded = dossierForwarded();

  it('is proposed without years, approved, numbered as a letter, and closed when the letter is out', () => {
    given(appraised)
      .when(proposeForwarding({ termYears: 5 }), { procedure })
      .thenRefused('TermNotExpected', {});
    given(appraised).when(proposeForwarding(), { procedure }).thenHappens(forwardingProposed());
    given(drafted).when(approveForwarding(), { procedure }).thenHappens(approved);
    given(drafted, approved).when(allocateLicenceNumber(), { procedure }).thenHappens(letterNumber);
    given(numbered).when(issueLetter(), { procedure }).thenHappens(forwarded);
  });

  it('is granted by nobody here, who is told where it is decided; what is decided here is not sent on', () => {
    given(drafted)
      .when(grantLicence(), { procedure })
      .thenRefused('DecidedElsewhere', { authority: 'Cục Nuôi ong' });
    given(appraised)
      .when(proposeGrant(), { procedure })
      .thenRefused('DecidedElsewhere', { authority: 'Cục Nuôi ong' });
    given(standing.decision).when(approveForwarding()).thenRefused('DecidedHere', {});
    given(appraised).when(proposeForwarding()).thenRefused('DecidedHere', {});
  });

  it('is sent on by a draft of an earlier release too, which proposed a grant', () => {
    const { termYears: _, ...data } = decisionProposed().data;
    const old: DossierEvent = { type: 'DecisionProposed', data };
    given(appraised, old).when(approveForwarding(), { procedure }).thenHappens(approved);
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

describe('what the authority decided to which a dossier was sent on', () => {
  const procedure = forwardedBeekeeping();
  const sent = forwarding.closed;
  const at = hanoi('2026-04-02 09:00');
  const told = { from: 'Cục Nuôi ong', recordedBy: recordsClerk, recordedAt: at };
  const decidedOn = (date: string) => ({ decidedOn: date as LocalDate });
  const granted: DossierEvent = {
    type: 'ForwardingAnswered',
    data: { answer: 'granted', number: '7/GP-BNO', ...decidedOn('2026-03-30'), ...told },
  };
  const refusal = { answer: 'refused', number: undefined, reason: 'Too close to the school' } as const;

  it('is noted with number and date, or with its reason, and leaves the dossier closed', () => {
    given(sent).when(recordForwardingAnswer(), { procedure }).thenHappens(granted);
    const { number: _, ...refused } = { ...refusal, ...decidedOn('2026-03-30') };
    const act = recordForwardingAnswer();
    given(sent)
      .when({ ...act, command: { ...act.command, data: refused } }, { procedure })
      .thenHappens({ type: 'ForwardingAnswered', data: { ...refused, ...told } });
    expect(dossierOf(sent, granted)).toMatchObject({
      stage: 'closed',
      outcome: 'forwarded',
      forwarded: { to: 'Cục Nuôi ong', on: '2026-03-11', answeredOn: '2026-03-30' },
    });
  });

  it('is noted once; what was noted wrongly is noted again, and why', () => {
    const again = recordForwardingAnswer({ number: '8/GP-BNO', corrects: 'Misread' });
    given(sent, granted)
      .when(recordForwardingAnswer(), { procedure })
      .thenRefused('AnswerAlreadyRecorded', { decidedOn: '2026-03-30' as LocalDate });
    given(sent, granted)
      .when(again, { procedure })
      .thenHappens({ type: 'ForwardingAnswered', data: { ...again.command.data, ...told } });
    given(sent).when(again, { procedure }).thenRefused('NothingToCorrect', {});
    given(sent, granted)
      .when(recordForwardingAnswer({ corrects: ' ' }), { procedure })
      .thenRefused('TextMissing', { field: 'corrects' });
  });

  it('is of a dossier that was sent on, of a day since then, and says what belongs to it', () => {
    given(standing.closed).when(recordForwardingAnswer()).thenRefused('NotSentOn', { outcome: 'granted' });
    const on = (date: string) => given(sent).when(recordForwardingAnswer(decidedOn(date)), { procedure });
    const [before, ahead] = ['2026-03-10', '2026-04-03'] as LocalDate[];
    on('2026-03-10').thenRefused('DateBeforeSending', { date: before!, sentOn: '2026-03-11' as LocalDate });
    on('2026-04-03').thenRefused('DateAhead', { date: ahead!, today: '2026-04-02' as LocalDate });
    const { data } = granted;
    for (const date of ['2026-03-11', '2026-04-02'])
      on(date).thenHappens({ type: 'ForwardingAnswered', data: { ...data, ...decidedOn(date) } });
    const said = (changes: object) => given(sent).when(recordForwardingAnswer(changes), { procedure });
    said({ number: ' ' }).thenRefused('TextMissing', { field: 'number' });
    said({ reason: 'None' }).thenRefused('TextNotExpected', { field: 'reason' });
    said({ answer: 'refused' }).thenRefused('TextMissing', { field: 'reason' });
  });
});
