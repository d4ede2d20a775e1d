import { describe, it } from '@jest/globals';
import { clerk, hanoi, specialist } from '../../../test/support/beekeepers.js';
import { beekeeping, foresters, healthOffice } from '../../../test/support/beekeeping.js';
import { proposeDenial, proposeGrant } from '../../../test/support/beekeeping-commands.js';
import {
  appraisalRecorded,
  decisionProposed,
  denialProposed,
  opinionAsked,
  opinionGiven,
  opinionOverdueNoted,
  opinionsIn,
  standing,
  taskAssigned,
} from '../../../test/support/beekeeping-events.js';
import { given } from '../../../test/support/dossier-stories.js';

const { appraisal } = standing;
const ready = [...appraisal, ...opinionsIn(), appraisalRecorded()];
const doctorAsked = opinionAsked({ agency: healthOffice });
const doctorAnswered = opinionGiven({ agency: healthOffice });

describe('a draft to grant', () => {
  it('goes to the director when the opinions are in and the checklist is met', () => {
    given(ready).when(proposeGrant()).thenHappens(decisionProposed());
  });

  it('needs an appraisal in which every item is met', () => {
    given(appraisal, opinionsIn())
      .when(proposeGrant())
      .thenRefused('ChecklistIncomplete', { missing: ['distance', 'healthyBees'] });
    const findings = [
      { item: 'distance', met: true },
      { item: 'healthyBees', met: false },
    ];
    given(appraisal, opinionsIn(), appraisalRecorded({ findings }))
      .when(proposeGrant())
      .thenRefused('ChecklistItemUnmet', { items: ['healthyBees'] });
  });

  it.each([[0], [6], [2.5], [Number.NaN]])(
    'has a term of whole years that the procedure allows: %s',
    (termYears) => {
      given(ready).when(proposeGrant({ termYears })).thenRefused('TermNotAllowed', { maxTermYears: 5 });
    },
  );

  it('has a term of one year at least, and five at most', () => {
    given(ready)
      .when(proposeGrant({ termYears: 1 }))
      .thenHappens(decisionProposed({ termYears: 1 }));
  });

  it('gives no reasons for a denial', () => {
    given(ready)
      .when(proposeGrant({ reasons: [{ code: 'tooClose' }] }))
      .thenRefused('ReasonsNotExpected', {});
  });

  it('prepared late is due with the legal limit, prepared after it has its own time', () => {
    given(ready)
      .when(proposeGrant(), { at: '2026-03-13 09:00' })
      .thenHappens(
        decisionProposed({ proposedAt: hanoi('2026-03-13 09:00'), decideBy: hanoi('2026-03-16 17:00') }),
      );
    given(ready)
      .when(proposeGrant(), { at: '2026-03-17 09:00' })
      .thenHappens(
        decisionProposed({ proposedAt: hanoi('2026-03-17 09:00'), decideBy: hanoi('2026-03-19 17:00') }),
      );
  });

  it('is work of whoever holds the appraisal', () => {
    given(ready, taskAssigned({ task: 'appraise-1', to: specialist }))
      .when(proposeGrant(), { by: clerk })
      .thenRefused('TaskHeldByAnother', { task: 'appraise-1', holder: specialist });
  });
});

describe('a draft to deny', () => {
  it('gives coded reasons, and no term', () => {
    given(ready).when(proposeDenial()).thenHappens(denialProposed());
    given(ready)
      .when(proposeDenial({ reasons: [] }))
      .thenRefused('ReasonsMissing', { list: 'denialReasons' });
    given(ready)
      .when(proposeDenial({ reasons: [{ code: 'swarmed' }] }))
      .thenRefused('ReasonUnknown', { code: 'swarmed', list: 'denialReasons' });
    given(ready)
      .when(proposeDenial({ termYears: 5 }))
      .thenRefused('TermNotExpected', {});
  });

  it('hears the agencies as well', () => {
    given(appraisal)
      .when(proposeDenial())
      .thenRefused('OpinionsNotAsked', { agencies: [foresters, healthOffice] });
  });
});

describe('the opinions', () => {
  it('are asked for, all that the procedure names', () => {
    given(appraisal, opinionAsked(), opinionGiven())
      .when(proposeGrant())
      .thenRefused('OpinionsNotAsked', { agencies: [healthOffice] });
  });

  it('are waited for until they are given or noted overdue', () => {
    given(appraisal, opinionAsked(), doctorAsked)
      .when(proposeGrant(), { at: '2026-03-11 09:00' })
      .thenRefused('OpinionsStillAwaited', { agencies: [foresters, healthOffice] });
  });

  it.each(['countsAsAgreement', 'countsAsNoObjection'] as const)(
    'speak by silence where it %s',
    (silence) => {
      const [rangers, doctors] = beekeeping().opinions;
      const procedure = beekeeping({ opinions: [{ ...rangers!, silence }, doctors!] });
      given(
        appraisal,
        opinionAsked(),
        doctorAsked,
        opinionOverdueNoted(),
        doctorAnswered,
        appraisalRecorded(),
      )
        .when(proposeGrant(), { procedure })
        .thenHappens(decisionProposed());
    },
  );

  it('are waited for all the same where silence blocks: the law knows no deemed consent', () => {
    given(
      [appraisal, opinionsIn().slice(0, 3), appraisalRecorded()].flat(),
      opinionOverdueNoted({ agency: healthOffice }),
    )
      .when(proposeGrant())
      .thenRefused('OpinionsStillAwaited', { agencies: [healthOffice] });
  });

  it('given late by an agency whose silence was noted still count', () => {
    given(
      ready.slice(0, -2),
      opinionOverdueNoted({ agency: healthOffice }),
      doctorAnswered,
      appraisalRecorded(),
    )
      .when(proposeGrant())
      .thenHappens(decisionProposed());
  });

  it('forbid a grant where the procedure gives an objection that weight, and nowhere else', () => {
    const objection = { position: 'objects' } as const;
    const asked = [...appraisal, opinionAsked(), doctorAsked, appraisalRecorded()];
    const opposed = [...asked, opinionGiven(), opinionGiven({ agency: healthOffice, ...objection })];
    given(opposed)
      .when(proposeGrant())
      .thenRefused('ObjectionForbidsGrant', { agencies: [healthOffice] });
    given(opposed).when(proposeDenial()).thenHappens(denialProposed());
    given(asked, opinionGiven(objection), doctorAnswered)
      .when(proposeGrant())
      .thenHappens(decisionProposed());
    given(asked, opinionGiven(), opinionGiven({ agency: healthOffice, position: 'agreesWithConditions' }))
      .when(proposeGrant())
      .thenHappens(decisionProposed());
  });
});
