import { describe, expect, it } from '@jest/globals';
import { day, hanoi } from '../../../test/support/beekeepers.js';
import { beekeeping, foresters, healthOffice } from '../../../test/support/beekeeping.js';
import {
  allocateLicenceNumber,
  receiveSupplement,
  reopenDossier,
  stopDossier,
  withdrawDossier,
} from '../../../test/support/beekeeping-commands.js';
import {
  denied,
  intakeRefused,
  numberAllocated,
  numberVoided,
  opinionAsked,
  opinionGiven,
  opinionOverdueNoted,
  redirected,
  reopened,
  resultHandedOver,
  standing,
  stopped,
  submitted,
  supplementLapsed,
  supplementReceived,
  supplementRequested,
  taskClaimed,
  withdrawn,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given, type Happened } from '../../../test/support/dossier-stories.js';
import { paperGivenBy } from '../given-papers.js';

const { appraisal, certificate } = standing;

describe('withdrawal', () => {
  it('is the applicant’s right until it is decided, with a word why', () => {
    given(appraisal).when(withdrawDossier()).thenHappens(withdrawn());
    given(standing.decision).when(withdrawDossier()).thenHappens(withdrawn());
    given(appraisal)
      .when(withdrawDossier({ reason: '' }))
      .thenRefused('TextMissing', { field: 'reason' });
    given(certificate)
      .when(withdrawDossier())
      .thenRefused('AlreadyDecided', { stage: 'certificate', command: 'withdrawDossier' });
  });

  it('is confirmed by a notice that work stopped, where the desk had begun any', () => {
    const noticeOf = (...events: readonly Happened[]) =>
      paperGivenBy('DossierWithdrawn', beekeeping(), dossierOf(...events, withdrawn()));
    expect([noticeOf(submitted()), noticeOf(appraisal)]).toStrictEqual([undefined, 'stop']);
  });
});

describe('stopping', () => {
  it('needs a coded reason', () => {
    given(appraisal).when(stopDossier()).thenHappens(stopped());
    given(appraisal)
      .when(stopDossier({ reasons: [] }))
      .thenRefused('ReasonsMissing', { list: 'stopReasons' });
    given(appraisal)
      .when(stopDossier({ reasons: [{ code: 'tooClose' }] }))
      .thenRefused('ReasonUnknown', { code: 'tooClose', list: 'stopReasons' });
  });

  it('voids a number that was given already', () => {
    given(certificate, numberAllocated())
      .when(stopDossier({ reasons: [{ code: 'swarmed' }, { code: 'swarmed', note: 'twice' }] }))
      .thenHappens(
        numberVoided({ reason: 'swarmed, swarmed' }),
        stopped({ reasons: [{ code: 'swarmed' }, { code: 'swarmed', note: 'twice' }] }),
      );
    given(certificate).when(stopDossier()).thenHappens(stopped());
  });
});

describe('re-opening', () => {
  const opening = reopened();
  const { dueAt: _, ...withoutClock } = opening.data;

  it('goes on where the dossier rested, and the legal limit did not run meanwhile', () => {
    given(appraisal, stopped()).when(reopenDossier()).thenHappens(opening);
    expect(dossierOf(appraisal, stopped(), opening)).toMatchObject({
      stage: 'appraisal',
      stepStartedAt: hanoi('2026-03-12 09:00'),
      stepDueAt: hanoi('2026-03-19 17:00'),
      visits: { appraisal: 2 },
      acceptance: { dueAt: hanoi('2026-03-23 17:00'), appointedOn: '2026-03-23' },
    });
    expect(dossierOf(appraisal, stopped(), opening)).not.toHaveProperty('outcome');
  });

  it('does not give the office a new limit, though a supplement did', () => {
    const answered = [
      ...standing.supplement,
      supplementReceived(),
      stopped({ stoppedAt: hanoi('2026-03-10 09:00') }),
    ];
    given(answered)
      .when(reopenDossier(), { at: '2026-03-17 09:00' })
      .thenHappens(
        reopened({
          reopenedAt: hanoi('2026-03-17 09:00'),
          stepDueAt: hanoi('2026-03-18 17:00'),
          dueAt: hanoi('2026-03-30 17:00'),
        }),
      );
  });

  it('may happen again: what was closed twice stood still twice', () => {
    const again = stopped({ stoppedAt: hanoi('2026-03-13 09:00') });
    given(appraisal, stopped(), opening, again)
      .when(reopenDossier(), { at: '2026-03-16 09:00' })
      .thenHappens(
        reopened({
          reopenedAt: hanoi('2026-03-16 09:00'),
          stepDueAt: hanoi('2026-03-23 17:00'),
          dueAt: hanoi('2026-03-24 17:00'),
        }),
      );
  });

  it('before acceptance gives the desk its time, and no clock runs', () => {
    given(submitted(), withdrawn())
      .when(reopenDossier())
      .thenHappens({
        type: 'DossierReopened',
        data: { ...withoutClock, stepDueAt: hanoi('2026-03-13 17:00') },
      });
  });

  it('needs a reason', () => {
    given(appraisal, stopped())
      .when(reopenDossier({ reason: ' ' }))
      .thenRefused('TextMissing', { field: 'reason' });
  });

  it.each([
    ['refused', [submitted(), intakeRefused()]],
    ['redirected', [submitted(), redirected()]],
    ['granted', standing.closed],
    ['denied', [...denied.handover, resultHandedOver()]],
  ])('is not for a dossier that was %s', (outcome, events) => {
    given(events).when(reopenDossier()).thenRefused('NotReopenable', { outcome });
  });

  it('finds the tasks free: who held one may have left', () => {
    const dossier = dossierOf(submitted(), taskClaimed(), withdrawn(), opening);
    expect(dossier).toMatchObject({ stage: 'receipt', holders: {}, visits: { receipt: 2 } });
  });

  it('of a dossier whose number was voided gives it another', () => {
    const resting = [...certificate, numberAllocated(), numberVoided(), stopped(), opening];
    given(resting)
      .when(allocateLicenceNumber(), { at: '2026-03-13 09:00' })
      .thenHappens(numberAllocated({ issuedOn: day('2026-03-13'), expiresOn: day('2031-03-13') }));
  });
});

describe('a supplement that lapsed, re-opened', () => {
  const lapsed = [...standing.supplement, supplementLapsed()];
  const { dueAt: _, ...data } = reopened({
    reopenedAt: hanoi('2026-04-06 09:00'),
    stepDueAt: hanoi('2026-05-06 17:00'),
  }).data;
  const opening = { type: 'DossierReopened', data } as const;

  it('is awaited again for its whole time', () => {
    given(lapsed).when(reopenDossier(), { at: '2026-04-06 09:00' }).thenHappens(opening);
    expect(dossierOf(lapsed, opening)).toMatchObject({
      stage: 'supplement',
      open: { round: 1, answerBy: hanoi('2026-05-06 17:00') },
      supplements: [{ round: 1, answerBy: hanoi('2026-05-06 17:00') }],
      remindersSent: 0,
    });
  });

  it('and answered: the limit runs from zero, or stood still all the while', () => {
    const answer = {
      receivedAt: hanoi('2026-04-07 09:00'),
      stepDueAt: hanoi('2026-04-08 17:00'),
      restartedAt: hanoi('2026-04-07 09:00'),
      dueAt: hanoi('2026-04-21 17:00'),
    };
    given(lapsed, opening)
      .when(receiveSupplement(), { at: '2026-04-07 09:00' })
      .thenHappens(supplementReceived(answer));
    const { restartedAt: __, ...resumed } = supplementReceived({
      ...answer,
      dueAt: hanoi('2026-04-20 17:00'),
    }).data;
    const { supplement } = beekeeping();
    given(lapsed, opening)
      .when(receiveSupplement(), {
        at: '2026-04-07 09:00',
        procedure: beekeeping({ supplement: { ...supplement, effectOnClock: 'resumes' } }),
      })
      .thenHappens({ type: 'SupplementReceived', data: resumed });
  });
});

describe('agencies that were asked before a dossier was closed', () => {
  const asked = [...appraisal, opinionAsked(), opinionAsked({ agency: healthOffice })];
  const anew = { opinions: [{ agency: foresters, dueAt: hanoi('2026-03-18 17:00') }] };
  const both = { opinions: [...anew.opinions, { agency: healthOffice, dueAt: hanoi('2026-03-18 17:00') }] };

  it('have all of their time again: nobody could answer meanwhile, and silence must not count', () => {
    given(asked, stopped()).when(reopenDossier()).thenHappens(reopened(both));
    expect(dossierOf(asked, stopped(), reopened(both))).toMatchObject({
      opinions: [
        { agency: foresters, askedAt: hanoi('2026-03-12 09:00'), dueAt: hanoi('2026-03-18 17:00') },
        { agency: healthOffice, dueAt: hanoi('2026-03-18 17:00') },
      ],
    });
  });

  it('are not asked anew when they have answered, or when their silence was noted', () => {
    given(asked, opinionGiven({ agency: healthOffice }), stopped())
      .when(reopenDossier())
      .thenHappens(reopened(anew));
    given(asked, opinionOverdueNoted({ agency: healthOffice }), stopped())
      .when(reopenDossier())
      .thenHappens(reopened(anew));
  });

  it('are asked anew also where the appraisal waits behind a supplement', () => {
    const resting = [...appraisal, opinionAsked(), supplementRequested(), withdrawn()];
    const { dueAt: _, ...data } = reopened({ stepDueAt: hanoi('2026-04-13 17:00'), ...anew }).data;
    const opening = { type: 'DossierReopened', data } as const;
    given(resting).when(reopenDossier()).thenHappens(opening);
    expect(dossierOf(resting, opening)).toMatchObject({
      resumes: { opinions: [{ agency: foresters, dueAt: hanoi('2026-03-18 17:00') }] },
    });
  });
});
