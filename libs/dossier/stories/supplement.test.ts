import { describe, expect, it } from '@jest/globals';
import { clerk, digest, hanoi, otherClerk, ranger } from '../../../test/support/beekeepers.js';
import { beekeeping, foresters } from '../../../test/support/beekeeping.js';
import {
  giveOpinion,
  lapseSupplement,
  receiveSupplement,
  remindApplicant,
  requestSupplement,
} from '../../../test/support/beekeeping-commands.js';
import {
  accepted,
  opinionAsked,
  opinionGiven,
  paper,
  standing,
  submitted,
  supplementLapsed,
  supplementReceived,
  supplementRequested,
  taskAssigned,
  taskClaimed,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';

const { supplement: rule } = beekeeping();
const twice = beekeeping({ supplement: { ...rule, maxRequests: 2 } });
const within3Days = beekeeping({
  supplement: { ...rule, askWithin: { amount: 3, unit: 'workingDays' } },
});
const byForm = [{ about: { field: 'hives/count' }, deficiency: 'missing', guidance: 'How many?' }] as const;

describe('asking for a supplement', () => {
  it('names every paper and field in one go, and until when to answer', () => {
    given(standing.completeness).when(requestSupplement()).thenHappens(supplementRequested());
  });

  it.each(['receipt', 'appraisal'] as const)('is possible at %s too', (stage) => {
    given(standing[stage]).when(requestSupplement()).thenHappens(supplementRequested());
  });

  it('happens as often as the procedure says: by Decree 61/2018 once', () => {
    const answered = [...standing.supplement, supplementReceived()];
    given(answered).when(requestSupplement()).thenRefused('SupplementsUsedUp', { maxRequests: 1 });
    given(answered)
      .when(requestSupplement(), { procedure: twice })
      .thenHappens(supplementRequested({ round: 2 }));
  });

  it('counts the one that was asked before acceptance', () => {
    given(submitted(), supplementRequested(), supplementReceived(), accepted())
      .when(requestSupplement())
      .thenRefused('SupplementsUsedUp', { maxRequests: 1 });
  });

  it('is due within the days after acceptance that the law gives (Decree 61/2018 Art. 19(4)), to the last minute', () => {
    given(standing.appraisal)
      .when(requestSupplement(), { procedure: within3Days, at: '2026-03-05 23:59' })
      .thenHappens(
        supplementRequested({
          requestedAt: hanoi('2026-03-05 23:59'),
          answerBy: hanoi('2026-04-06 17:00'),
        }),
      );
    given(standing.appraisal)
      .when(requestSupplement(), { procedure: within3Days, at: '2026-03-06 00:00' })
      .thenRefused('TooLateToAskSupplement', { until: hanoi('2026-03-06 00:00') });
  });

  it('says something, and says what to do', () => {
    given(standing.completeness)
      .when(requestSupplement({ items: [] }))
      .thenRefused('SupplementEmpty', {});
    given(standing.completeness)
      .when(requestSupplement({ items: [{ ...byForm[0], guidance: ' ' }] }))
      .thenRefused('SupplementItemUnclear', { field: 'hives/count' });
    given(standing.completeness)
      .when(requestSupplement({ items: [{ ...byForm[0], about: { field: '' } }] }))
      .thenRefused('SupplementItemUnclear', { field: '' });
    given(standing.completeness)
      .when(requestSupplement({ items: [{ ...byForm[0], about: { paper: 'photo' } }] }))
      .thenRefused('SupplementItemUnclear', { paper: 'photo' });
    given(standing.completeness)
      .when(requestSupplement({ items: [...byForm, { ...byForm[0], deficiency: 'ugly' }] }))
      .thenRefused('DeficiencyUnknown', { code: 'ugly' });
  });

  it('is work of whoever holds the stage', () => {
    given(submitted(), taskClaimed())
      .when(requestSupplement(), { by: otherClerk })
      .thenRefused('TaskHeldByAnother', { task: 'receive-1', holder: clerk });
  });
});

describe('an answer to a supplement', () => {
  const answer = receiveSupplement();

  it('brings everything that was asked for, and the stage goes on where it was left', () => {
    given(standing.supplement).when(receiveSupplement()).thenHappens(supplementReceived());
    const dossier = dossierOf(standing.completeness, taskAssigned(), [
      supplementRequested(),
      supplementReceived(),
    ]);
    expect(dossier).toMatchObject({
      stage: 'completeness',
      form: digest('a'),
      holders: { 'checkCompleteness-1': clerk },
      stepStartedAt: hanoi('2026-03-09 09:00'),
    });
    expect(dossier.papers.map(({ code }) => code)).toStrictEqual([
      'application',
      'registration',
      'registration',
    ]);
  });

  it('is not complete with a part of it', () => {
    given(standing.supplement)
      .when(receiveSupplement({ papers: [] }))
      .thenRefused('SupplementIncomplete', { papers: ['registration'], formNeeded: false });
    given(submitted(), supplementRequested({ items: byForm }))
      .when({ ...answer, command: { ...answer.command, data: { papers: [] } } })
      .thenRefused('SupplementIncomplete', { papers: [], formNeeded: true });
  });

  it('may be another paper of the same group of alternatives', () => {
    given(standing.supplement)
      .when(receiveSupplement({ papers: [paper('charter')] }))
      .thenHappens(supplementReceived({ papers: [paper('charter')] }));
    const { papers } = beekeeping();
    const plan = { ...papers[1]!, code: 'plan', required: { kind: 'oneOf', group: 'site' } } as const;
    given(standing.supplement)
      .when(receiveSupplement({ papers: [paper('plan')] }), {
        procedure: beekeeping({ papers: [...papers, plan] }),
      })
      .thenRefused('SupplementIncomplete', { papers: ['registration'], formNeeded: false });
  });

  it('brings no paper that the procedure does not know, and none twice', () => {
    given(standing.supplement)
      .when(receiveSupplement({ papers: [paper('photo')] }))
      .thenRefused('PaperUnknown', { paper: 'photo' });
    given(standing.supplement)
      .when(receiveSupplement({ papers: [paper('registration'), paper('registration')] }))
      .thenRefused('PaperTwice', { paper: 'registration' });
  });

  it('is in time until 24:00 of the last day (Civil Code Art. 148)', () => {
    given(standing.supplement)
      .when(receiveSupplement(), { at: '2026-04-02 23:59' })
      .thenHappens(
        supplementReceived({
          receivedAt: hanoi('2026-04-02 23:59'),
          restartedAt: hanoi('2026-04-02 23:59'),
          dueAt: hanoi('2026-04-16 17:00'),
          stepDueAt: hanoi('2026-04-03 17:00'),
        }),
      );
    given(standing.supplement)
      .when(receiveSupplement(), { at: '2026-04-03 00:00' })
      .thenRefused('SupplementTooLate', { until: hanoi('2026-04-03 00:00') });
  });

  it('before acceptance moves no date but the desk’s own: no clock runs yet', () => {
    const { dueAt: _, restartedAt: __, ...data } = supplementReceived().data;
    given(submitted(), supplementRequested())
      .when(receiveSupplement())
      .thenHappens({ type: 'SupplementReceived', data });
  });
});

describe('an opinion while the applicant is asked', () => {
  const waiting = [...standing.appraisal, opinionAsked(), supplementRequested()];

  it('is taken, and is there when the appraisal goes on', () => {
    given(waiting).when(giveOpinion()).thenHappens(opinionGiven());
    expect(dossierOf(waiting, opinionGiven(), supplementReceived())).toMatchObject({
      stage: 'appraisal',
      opinions: [{ agency: foresters, given: { position: 'agrees', summary: 'Flowers enough' } }],
    });
  });

  it('has its task, held by whoever claimed it before', () => {
    const claimed = { task: 'giveOpinion-H99.20-1', to: ranger };
    const dossier = dossierOf(waiting, taskAssigned(claimed), supplementReceived());
    expect(dossier.holders).toStrictEqual({ 'giveOpinion-H99.20-1': ranger });
  });
});

describe('a supplement that nobody answers', () => {
  it('lapses when its last day is over, and not before', () => {
    given(standing.supplement).when(lapseSupplement()).thenHappens(supplementLapsed());
    given(standing.supplement)
      .when(lapseSupplement(), { at: '2026-04-02 23:59' })
      .thenRefused('NotYetDue', { at: hanoi('2026-04-03 00:00') });
  });

  it('lapses by its own round', () => {
    given(standing.supplement)
      .when(lapseSupplement({ round: 2 }))
      .thenRefused('SupplementRoundUnknown', { round: 2 });
    given(standing.supplement, supplementReceived(), supplementRequested({ round: 2 }))
      .when(lapseSupplement({ round: 1 }))
      .thenRefused('AlreadyDone', {});
  });

  it('is reminded of once, after half of its time', () => {
    const reminded = { type: 'ApplicantReminded', data: { about: 'supplement', count: 1 } } as const;
    given(standing.supplement).when(remindApplicant(), { at: '2026-03-19 00:00' }).thenHappens(reminded);
    given(standing.supplement)
      .when(remindApplicant(), { at: '2026-03-18 11:59' })
      .thenRefused('NotYetDue', { at: hanoi('2026-03-19 00:00') });
    given(standing.supplement, reminded)
      .when(remindApplicant(), { at: '2026-03-20 00:00' })
      .thenRefused('AlreadyDone', {});
    given(standing.supplement)
      .when(remindApplicant({ about: 'collection' }), { at: '2026-03-20 00:00' })
      .thenRefused('AlreadyDone', {});
  });
});

it('leaves the stage it interrupted as it was, whichever it was', () => {
  for (const stage of ['receipt', 'completeness', 'appraisal'] as const) {
    const back = dossierOf(standing[stage], supplementRequested(), supplementReceived());
    expect(back.stage).toBe(stage);
  }
});
