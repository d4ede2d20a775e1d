import { expect, it } from '@jest/globals';
import {
  accepted,
  deadlineExtended,
  forwarding,
  intakeRefused,
  reopened,
  standing,
  stopped,
  submitted,
  supplementReceived,
  supplementRequested,
  withdrawn,
} from '../../test/support/beekeeping-events.js';
import { hanoi } from '../../test/support/beekeepers.js';
import { dossierOf, type Happened } from '../../test/support/dossier-stories.js';
import type { GivenPaper } from './given-papers.js';
import { paperStanding } from './paper-standing.js';

const again = [supplementReceived(), supplementRequested({ round: 2 })];

type Course = readonly [given: readonly Happened[], since: readonly Happened[], is: string];

it.each<readonly [string, GivenPaper, Course]>([
  ['a receipt', 'receipt', [standing.completeness, [], 'inEffect']],
  ['a receipt whose day was put off', 'receipt', [standing.completeness, [deadlineExtended()], 'changed']],
  ['a receipt of what was withdrawn', 'receipt', [standing.completeness, [withdrawn()], 'settled']],
  ['the apology that puts off', 'apology', [[standing.appraisal, deadlineExtended()], [], 'inEffect']],
  [
    'an apology, after a stop had taken more days',
    'apology',
    [
      [standing.appraisal, deadlineExtended()],
      [stopped(), reopened({ dueAt: deadlineExtended().data.from })],
      'changed',
    ],
  ],
  ['a request that waits', 'supplement', [standing.supplement, [], 'inEffect']],
  ['a request that was answered', 'supplement', [standing.supplement, [supplementReceived()], 'settled']],
  ['the first of two requests', 'supplement', [standing.supplement, again, 'settled']],
  ['a stop', 'stop', [[standing.appraisal, stopped()], [], 'inEffect']],
  ['a stop that was taken back', 'stop', [[standing.appraisal, stopped()], [reopened()], 'over']],
  ['a notice of what was withdrawn', 'stop', [[standing.appraisal, withdrawn()], [], 'inEffect']],
  [
    'the notice of an earlier stop',
    'stop',
    [
      [standing.appraisal, stopped()],
      [reopened(), withdrawn({ withdrawnAt: hanoi('2026-04-20 09:00') })],
      'over',
    ],
  ],
  ['a refusal at the desk', 'refusal', [[submitted(), intakeRefused()], [], 'inEffect']],
  ['a forwarding', 'forwarding', [forwarding.certificate, [], 'inEffect']],
])('%s', (_, kind, [given, since, is]) => {
  expect(paperStanding(kind, dossierOf(...given), dossierOf(...given, ...since))).toBe(is);
});

it('is about the appointed day, which a confirmed receipt does not move', () => {
  const given = dossierOf(submitted(), accepted());
  expect(paperStanding('receipt', given, dossierOf(standing.decision))).toBe('inEffect');
});
