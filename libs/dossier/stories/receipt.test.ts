import { describe, it } from '@jest/globals';
import { clerk, day, hanoi, otherClerk } from '../../../test/support/beekeepers.js';
import { beekeepers } from '../../../test/support/beekeeping.js';
import {
  acceptDossier,
  confirmCompleteness,
  redirectDossier,
  refuseIntake,
} from '../../../test/support/beekeeping-commands.js';
import {
  accepted,
  completenessConfirmed,
  intakeRefused,
  redirected,
  standing,
  submitted,
  taskAssigned,
  taskClaimed,
} from '../../../test/support/beekeeping-events.js';
import { given } from '../../../test/support/dossier-stories.js';

const heldByAnother = { task: 'receive-1', holder: clerk };

describe('acceptance at the desk', () => {
  it('gives the dossier its code, starts the clock and appoints the day of the result', () => {
    given(submitted()).when(acceptDossier()).thenHappens(accepted());
  });

  it('takes the next number of the register of the day and the agency', () => {
    const nextNumber = { 'dossier:H99.10:260302': 41, 'dossier:H99.10:260303': 7 };
    given(submitted())
      .when(acceptDossier(), { nextNumber })
      .thenHappens(accepted({ code: 'H99.10-260302-0041', codeSerial: 41 }));
  });

  it('dates the code by the day in Viet Nam, and counts from the next day (Civil Code Art. 147)', () => {
    given(submitted())
      .when(acceptDossier(), { at: '2026-03-03 00:30' })
      .thenHappens(
        accepted({
          code: 'H99.10-260303-0001',
          codeDate: day('2026-03-03'),
          acceptedAt: hanoi('2026-03-03 00:30'),
          dueAt: hanoi('2026-03-17 17:00'),
          appointedOn: day('2026-03-17'),
          checkBy: hanoi('2026-03-04 17:00'),
        }),
      );
  });

  it('appoints a working day: the holidays of Hung Kings and of the end of April do not count', () => {
    given(submitted())
      .when(acceptDossier(), { at: '2026-04-20 09:00' })
      .thenHappens(
        accepted({
          code: 'H99.10-260420-0001',
          codeDate: day('2026-04-20'),
          acceptedAt: hanoi('2026-04-20 09:00'),
          dueAt: hanoi('2026-05-07 17:00'),
          appointedOn: day('2026-05-07'),
          checkBy: hanoi('2026-04-21 17:00'),
        }),
      );
  });

  it('is work of whoever holds it, if somebody does', () => {
    given(submitted(), taskClaimed()).when(acceptDossier()).thenHappens(accepted());
    given(submitted(), taskClaimed())
      .when(acceptDossier(), { by: otherClerk })
      .thenRefused('TaskHeldByAnother', heldByAnother);
  });
});

describe('refusal at intake', () => {
  it('says for which coded reasons, and what the applicant can do', () => {
    given(submitted()).when(refuseIntake()).thenHappens(intakeRefused());
  });

  it('needs a reason that the procedure knows, and guidance', () => {
    given(submitted())
      .when(refuseIntake({ reasons: [] }))
      .thenRefused('ReasonsMissing', { list: 'intakeRefusals' });
    given(submitted())
      .when(refuseIntake({ reasons: [{ code: 'outOfCompetence' }, { code: 'tooClose' }] }))
      .thenRefused('ReasonUnknown', { code: 'tooClose', list: 'intakeRefusals' });
    given(submitted())
      .when(refuseIntake({ guidance: ' \n' }))
      .thenRefused('TextMissing', { field: 'guidance' });
  });

  it('is work of whoever holds it', () => {
    given(submitted(), taskClaimed())
      .when(refuseIntake(), { by: otherClerk })
      .thenRefused('TaskHeldByAnother', heldByAnother);
  });

  it('is over once the dossier is accepted: then only appraisal can deny', () => {
    given(standing.completeness)
      .when(refuseIntake())
      .thenRefused('AlreadyAccepted', { stage: 'completeness', command: 'refuseIntake' });
  });
});

describe('redirection to the competent authority', () => {
  it('says where to and why, before acceptance or right after it', () => {
    given(submitted()).when(redirectDossier()).thenHappens(redirected());
    given(standing.completeness).when(redirectDossier()).thenHappens(redirected());
  });

  it.each(['toAgency', 'reason'])('does not leave out the %s', (field) => {
    given(submitted())
      .when(redirectDossier({ [field]: '' }))
      .thenRefused('TextMissing', { field });
  });

  it('does not send people in a circle', () => {
    given(submitted())
      .when(redirectDossier({ toAgency: beekeepers }))
      .thenRefused('RedirectedToSelf', { agency: 'H99.10' });
  });

  it('is work of whoever holds the desk task', () => {
    given(submitted(), taskClaimed())
      .when(redirectDossier(), { by: otherClerk })
      .thenRefused('TaskHeldByAnother', heldByAnother);
  });
});

describe('the check of completeness', () => {
  it('sends the dossier to appraisal', () => {
    given(standing.completeness).when(confirmCompleteness()).thenHappens(completenessConfirmed());
  });

  it('done late leaves the appraisal what is left of the legal limit', () => {
    given(standing.completeness)
      .when(confirmCompleteness(), { at: '2026-03-12 09:00' })
      .thenHappens(
        completenessConfirmed({
          confirmedAt: hanoi('2026-03-12 09:00'),
          appraiseBy: hanoi('2026-03-16 17:00'),
        }),
      );
  });

  it('done when the limit is over leaves the appraisal its own time', () => {
    given(standing.completeness)
      .when(confirmCompleteness(), { at: '2026-03-17 09:00' })
      .thenHappens(
        completenessConfirmed({
          confirmedAt: hanoi('2026-03-17 09:00'),
          appraiseBy: hanoi('2026-03-24 17:00'),
        }),
      );
  });

  it('is work of whoever holds it', () => {
    given(standing.completeness, taskAssigned())
      .when(confirmCompleteness(), { by: otherClerk })
      .thenRefused('TaskHeldByAnother', { task: 'checkCompleteness-1', holder: clerk });
  });
});
