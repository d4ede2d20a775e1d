import { describe, expect, it } from '@jest/globals';
import { clerk, digest, doctor, hanoi, specialist } from '../../../test/support/beekeepers.js';
import { beekeepers, beekeeping, foresters, healthOffice } from '../../../test/support/beekeeping.js';
import {
  askOpinions,
  giveOpinion,
  noteOpinionOverdue,
  recordAppraisal,
} from '../../../test/support/beekeeping-commands.js';
import {
  appraisalRecorded,
  opinionAsked,
  opinionGiven,
  opinionOverdueNoted,
  standing,
  taskAssigned,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';

const { appraisal } = standing;
const held = [...appraisal, taskAssigned({ task: 'appraise-1', to: specialist })];
const heldByAnother = { task: 'appraise-1', holder: specialist };
const met = (item: string) => ({ item, met: true });

describe('the appraisal', () => {
  it('answers every item of the checklist', () => {
    given(appraisal).when(recordAppraisal()).thenHappens(appraisalRecorded());
    given(appraisal)
      .when(recordAppraisal({ findings: [met('distance')] }))
      .thenRefused('ChecklistIncomplete', { missing: ['healthyBees'] });
    given(appraisal)
      .when(recordAppraisal({ findings: ['distance', 'healthyBees', 'taste'].map(met) }))
      .thenRefused('ChecklistItemUnknown', { item: 'taste' });
    given(appraisal)
      .when(recordAppraisal({ findings: ['distance', 'healthyBees', 'distance'].map(met) }))
      .thenRefused('ChecklistItemTwice', { item: 'distance' });
  });

  it('may be recorded again with something else to say; then the later one holds, with its own report', () => {
    const changed = { findings: [met('distance'), { item: 'healthyBees', met: false }] };
    const first = appraisalRecorded({ report: digest('9') });
    given(appraisal, first).when(recordAppraisal(changed)).thenHappens(appraisalRecorded(changed));
    expect(dossierOf(appraisal, first)).toMatchObject({ report: digest('9') });
    const later = dossierOf(appraisal, first, appraisalRecorded(changed));
    expect(later).toMatchObject(changed);
    expect(later).not.toHaveProperty('report');
  });

  it.each([
    ['findings', { findings: [met('distance'), met('healthyBees')] }],
    ['a report', { report: digest('9') }],
  ])('is recorded again with other %s', (_, changes) => {
    given(appraisal, appraisalRecorded())
      .when(recordAppraisal(changes))
      .thenHappens(appraisalRecorded(changes));
  });

  it('delivered twice is recorded once', () => {
    given(appraisal, appraisalRecorded()).when(recordAppraisal()).thenNothing();
  });

  it('is work of whoever holds it', () => {
    given(held).when(recordAppraisal()).thenHappens(appraisalRecorded());
    given(held).when(recordAppraisal(), { by: clerk }).thenRefused('TaskHeldByAnother', heldByAnother);
  });
});

describe('asking for opinions', () => {
  it('asks several agencies in parallel, each with its own time', () => {
    const [rangers, doctors] = beekeeping().opinions;
    const procedure = beekeeping({
      opinions: [
        { ...rangers!, within: { amount: 2, unit: 'workingDays' } },
        { ...doctors!, within: { amount: 3, unit: 'hours' } },
      ],
    });
    const agencies = [{ agency: foresters }, { agency: healthOffice, question: 'Does it sting?' }];
    given(appraisal)
      .when(askOpinions({ agencies }), { procedure })
      .thenHappens(
        opinionAsked({ dueAt: hanoi('2026-03-06 17:00') }),
        opinionAsked({
          agency: healthOffice,
          dueAt: hanoi('2026-03-04 12:00'),
          question: 'Does it sting?',
        }),
      );
  });

  it('asks only agencies that the procedure names, each once', () => {
    given(appraisal)
      .when(askOpinions({ agencies: [] }))
      .thenRefused('AgenciesMissing', {});
    given(appraisal)
      .when(askOpinions({ agencies: [{ agency: beekeepers }] }))
      .thenRefused('AgencyNotConsulted', { agency: beekeepers });
    given(appraisal)
      .when(askOpinions({ agencies: [{ agency: foresters }, { agency: foresters }] }))
      .thenRefused('OpinionAlreadyAsked', { agency: foresters });
    given(appraisal, opinionAsked())
      .when(askOpinions({ agencies: [{ agency: healthOffice }, { agency: foresters }] }))
      .thenRefused('OpinionAlreadyAsked', { agency: foresters });
  });

  it('asks no empty question', () => {
    given(appraisal)
      .when(askOpinions({ agencies: [{ agency: foresters, question: '' }] }))
      .thenRefused('TextMissing', { field: 'question' });
  });

  it('is work of whoever holds the appraisal', () => {
    given(held).when(askOpinions(), { by: clerk }).thenRefused('TaskHeldByAnother', heldByAnother);
  });
});

describe('an opinion', () => {
  const asked = [...appraisal, opinionAsked()];

  it('is given once by an agency that was asked', () => {
    given(asked).when(giveOpinion()).thenHappens(opinionGiven());
    given(asked, opinionGiven())
      .when(giveOpinion({ position: 'objects' }))
      .thenRefused('OpinionAlreadyGiven', { agency: foresters });
    given(asked)
      .when(giveOpinion({ agency: healthOffice }), { by: doctor })
      .thenRefused('OpinionNotAsked', { agency: healthOffice });
  });

  it('says why', () => {
    given(asked)
      .when(giveOpinion({ summary: '' }))
      .thenRefused('TextMissing', { field: 'summary' });
  });

  it('is in time until 24:00 of its last day, and late is better than not at all', () => {
    given(asked).when(giveOpinion(), { at: '2026-03-10 23:59' }).thenHappens(opinionGiven());
    given(asked)
      .when(giveOpinion(), { at: '2026-03-11 00:00' })
      .thenHappens(opinionGiven({ late: true }));
    given(asked, opinionOverdueNoted())
      .when(giveOpinion(), { at: '2026-03-11 09:00' })
      .thenHappens(opinionGiven({ late: true }));
  });

  it.each([
    ['hours', { amount: 3, unit: 'hours' }, '2026-03-04 12:00'],
    ['working hours', { amount: 2, unit: 'workingHours' }, '2026-03-04 11:00'],
    ['half days', { amount: 0.5, unit: 'workingDays' }, '2026-03-04 17:00'],
  ] as const)('asked for in %s is late on the minute', (_, within, dueAt) => {
    const [rule] = beekeeping().opinions;
    const procedure = beekeeping({ opinions: [{ ...rule!, within }] });
    const soon = [...appraisal, opinionAsked({ dueAt: hanoi(dueAt) })];
    given(soon)
      .when(noteOpinionOverdue(), { procedure, at: dueAt })
      .thenHappens(opinionOverdueNoted({ dueAt: hanoi(dueAt) }));
    given(soon)
      .when(giveOpinion(), { procedure, at: dueAt })
      .thenHappens(opinionGiven({ late: true }));
    const before = dueAt.replace(/(\d\d):00$/u, (_match, hour: string) => `${Number(hour) - 1}:59`);
    given(soon).when(giveOpinion(), { procedure, at: before }).thenHappens(opinionGiven());
  });
});

describe('silence of an agency', () => {
  const asked = [...appraisal, opinionAsked()];

  it('is noted when its last day is over, and not before', () => {
    given(asked).when(noteOpinionOverdue()).thenHappens(opinionOverdueNoted());
    given(asked)
      .when(noteOpinionOverdue(), { at: '2026-03-10 23:59' })
      .thenRefused('NotYetDue', { at: hanoi('2026-03-11 00:00') });
  });

  it('is noted once, of an agency that was asked and did not answer', () => {
    given(asked, opinionOverdueNoted()).when(noteOpinionOverdue()).thenRefused('AlreadyDone', {});
    given(asked, opinionGiven())
      .when(noteOpinionOverdue())
      .thenRefused('OpinionAlreadyGiven', { agency: foresters });
    given(appraisal).when(noteOpinionOverdue()).thenRefused('OpinionNotAsked', { agency: foresters });
  });
});
