import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#libs/kernel/time.js';
import {
  beekeepers,
  beekeeping,
  forwardedBeekeeping,
  shortBeekeeping,
} from '../../test/support/beekeeping.js';
import { createShapeCheck } from './check-shape.js';
import { checkProcedure, checkVersions } from './check.js';
import type { Procedure } from './procedure.js';
import { publishable } from './publishable.js';
import { allStages } from './stages.js';

const bees = beekeeping();
const { licence, steps, supplement } = bees;
const [forest, health] = bees.opinions as [Procedure['opinions'][0], Procedure['opinions'][0]];
const [honey] = licence.obligations as [Procedure['licence']['obligations'][0]];
const days = (amount: number) => ({ amount, unit: 'workingDays' as const });
const whole = [...allStages];
const forwarded = forwardedBeekeeping();
const withLicence = (changes: Partial<Procedure['licence']>) => ({ licence: { ...licence, ...changes } });

/** What is wrong, the change that makes it so, and the faults it must give: `code at path`. */
const faulty: readonly (readonly [string, Partial<Procedure>, readonly string[]])[] = [
  [
    'a deficiency twice',
    { deficiencies: [...bees.deficiencies, ...bees.deficiencies.slice(0, 1)] },
    ['duplicateCode deficiencies[2]'],
  ],
  ['an agency asked twice', { opinions: [forest, forest] }, ['duplicateCode opinions[1]']],
  ['a third of a working day', { steps: { ...steps, receipt: days(0.3) } }, ['uncountable steps.receipt']],
  [
    'a clock without time',
    { decisionLimit: { ...bees.decisionLimit, within: { amount: 0, unit: 'months' } } },
    ['noTime decisionLimit.within'],
  ],
  ['steps beyond the legal limit', { steps: { ...steps, appraisal: days(6.5) } }, ['stepsExceedLimit steps']],
  [
    'an opinion later than the appraisal',
    { opinions: [{ ...forest, within: days(6) }] },
    ['opinionAfterAppraisal opinions[0].within'],
  ],
  ['validity that ends before it starts', { validTo: '2019-12-31' as LocalDate }, ['neverInForce validTo']],
  [
    'no supplement allowed',
    { supplement: { ...supplement, maxRequests: 0 } },
    ['unreachableStage supplement.maxRequests'],
  ],
  [
    'supplements only before the check',
    { supplement: { ...supplement, askWithin: days(0.5) } },
    ['askedTooLate supplement.askWithin'],
  ],
  [
    'an applicant who can never complete a dossier',
    {
      applicantKinds: ['enterprise', 'association', 'school'],
      papers: bees.papers.filter(({ code }) => code !== 'charter'),
    },
    ['loneAlternative papers', 'unreachableStage papers', 'unreachableStage papers'],
  ],
  ['a paper of nobody', { applicantKinds: ['enterprise'] }, ['unknownApplicantKind papers[3].required']],
  [
    'an office that asks itself',
    { opinions: [{ ...health, agency: beekeepers }] },
    ['asksItself opinions[0]'],
  ],
  [
    'an opinion that decides nothing',
    { opinions: [{ ...forest, silence: 'countsAsAgreement' }] },
    ['opinionNobodyNeeds opinions[0]'],
  ],
  [
    'a result nobody is reminded of',
    { collectionReminders: { ...bees.collectionReminders, times: 0 } },
    ['waitsForEver collectionReminders.times'],
  ],
  [
    'a licence nobody is reminded to renew',
    withLicence({ renewalReminders: [] }),
    ['waitsForEver licence.renewalReminders'],
  ],
  [
    'an amendment for so many years',
    { result: { kind: 'licence.amend' } },
    ['termMismatch licence.maxTermYears'],
  ],
  [
    'an obligation on 29 February',
    withLicence({ obligations: [{ ...honey, dueOn: '02-29' }] }),
    ['invalidDate licence.obligations[0].dueOn'],
  ],
  [
    'an obligation in a 13th month',
    withLicence({ obligations: [{ ...honey, dueOn: '13-01' }] }),
    ['invalidDate licence.obligations[0].dueOn'],
  ],
  [
    'an obligation after the licence, nobody reminded',
    withLicence({ obligations: [{ ...honey, firstAfterYears: 6, remindBefore: [] }] }),
    ['neverOwed licence.obligations[0].firstAfterYears', 'waitsForEver licence.obligations[0].remindBefore'],
  ],
  ['a stage twice', { stages: ['receipt', 'receipt', ...whole.slice(1)] }, ['stagesUnordered stages']],
  ['stages in another order', { stages: whole.toReversed() }, ['stagesUnordered stages']],
  [
    'nobody who decides, and no paper',
    { stages: ['receipt', 'completeness', 'appraisal', 'handover'] },
    ['stageMissing stages', 'stageMissing stages'],
  ],
  [
    'a result that nobody at the counter ever gets',
    { stages: whole.slice(0, -1) },
    ['resultUnreachable stages'],
  ],
  [
    'a dossier that is sent on to nobody',
    { ...forwarded, result: { kind: 'dossier.forward' } },
    ['forwardingIncomplete result.forwardTo'],
  ],
  [
    'a dossier that is sent on and handed over',
    { ...forwarded, stages: whole },
    ['forwardingIncomplete result.forwardTo'],
  ],
  [
    'an unverified source that is not listed',
    { supplement: { ...supplement, citation: { source: '?', certainty: 'provisional' } } },
    ['provisionalUnlisted supplement.citation'],
  ],
  [
    'a provisional value that is not there',
    { provisional: [{ path: 'licence.colour', note: bees.name }] },
    ['nothingThere provisional[0].path'],
  ],
];

describe('checkProcedure', () => {
  it('finds nothing wrong with keeping bees', () => {
    for (const one of [bees, forwardedBeekeeping(), shortBeekeeping()]) {
      expect(checkProcedure(one)).toStrictEqual([]);
    }
  });

  it.each(faulty)('objects to %s', (_, changes, expected) => {
    expect(checkProcedure(beekeeping(changes)).map(({ code, path }) => `${code} ${path}`)).toStrictEqual(
      expected,
    );
  });

  it('lists all faults at once, in both languages', () => {
    const faults = checkProcedure(
      beekeeping({ applicantKinds: ['enterprise'], ...withLicence({ renewalReminders: [] }) }),
    );
    expect(faults.map(({ code }) => code)).toStrictEqual(['unknownApplicantKind', 'waitsForEver']);
    expect(faults[0]?.message).toStrictEqual({
      vi: 'Đối tượng “association” không thuộc phạm vi của thủ tục',
      en: 'Applicants of kind "association" cannot use this procedure',
    });
  });
});

describe('checkVersions', () => {
  const first = beekeeping({ validTo: '2023-12-31' as LocalDate });
  const second = beekeeping({ version: '2024-01-01', validFrom: '2024-01-01' as LocalDate });

  it('lets one version follow the other, in whatever order they are read', () => {
    expect(checkVersions([second, first])).toStrictEqual([]);
  });

  it('objects when two are in force on one day', () => {
    const { validTo: _, ...open } = first;
    const touching = { ...first, validTo: '2024-01-01' as LocalDate };
    expect(checkVersions([open, second]).map(({ code, path }) => [code, path])).toStrictEqual([
      ['overlappingValidity', 'beekeeping-licence@2024-01-01'],
    ]);
    expect(checkVersions([touching, second])).toHaveLength(1);
  });

  it('objects to the same version twice', () => {
    expect(checkVersions([first, first]).map(({ code }) => code)).toStrictEqual(['duplicateVersion']);
  });
});

describe('publishable', () => {
  const guessed = beekeeping({
    provisional: [{ path: 'decisionLimit', note: { vi: 'chưa rõ', en: 'unknown' } }],
  });

  it('refuses provisional figures outside a demonstration, and names them', () => {
    expect(publishable(guessed, { demonstration: true })).toStrictEqual([]);
    expect(
      publishable(guessed, { demonstration: false }).map(({ code, path }) => [code, path]),
    ).toStrictEqual([['provisional', 'decisionLimit']]);
  });

  it('lets pass what is merely unconfirmed', () => {
    const { provisional: unconfirmed, ...rest } = guessed;
    expect(publishable({ ...rest, provisional: [], unconfirmed }, { demonstration: false })).toStrictEqual(
      [],
    );
  });
});

describe('createShapeCheck', () => {
  const shape = createShapeCheck();

  it('accepts what has the shape', () => {
    expect(shape(JSON.parse(JSON.stringify(bees)))).toStrictEqual({ valid: true, procedure: bees });
  });

  it('names every part that is lacking, unknown or of the wrong kind', () => {
    const { papers, ...rest } = bees;
    const first = { ...papers[0], required: { kind: 'sometimes' }, colour: 'red' };
    const checked = shape({
      ...rest,
      papers: [first],
      validFrom: '2020-02-30',
      opinions: 'none',
      nationalCode: undefined,
    });
    expect(checked.valid ? [] : checked.faults.map(({ code, path }) => `${code} ${path}`)).toStrictEqual([
      'shape.required nationalCode',
      'shape.format validFrom',
      'shape.additionalProperties papers[0].colour',
      'shape.discriminator papers[0].required',
      'shape.type opinions',
    ]);
  });

  it.each([null, 7, 'text', [], {}])('refuses %j', (value) => {
    expect(shape(value).valid).toBe(false);
  });
});
