import { describe, expect, it } from '@jest/globals';
import { director, hanoi, otherSpecialist, specialist } from '../../../test/support/beekeepers.js';
import { denyLicence, grantLicence, returnDraft } from '../../../test/support/beekeeping-commands.js';
import {
  decisionProposed,
  denied,
  draftReturned,
  licenceDenied,
  licenceGranted,
  standing,
  taskAssigned,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';

const drafted = { grant: standing.decision, deny: denied.decision };
const held = taskAssigned({ task: 'approve-1', to: director });
const heldByAnother = { task: 'approve-1', holder: director };

describe('the director', () => {
  it('grants what the draft proposes, for the term of the draft', () => {
    given(drafted.grant).when(grantLicence()).thenHappens(licenceGranted());
    const forThree = [...drafted.grant.slice(0, -1), decisionProposed({ termYears: 3 })];
    given(forThree)
      .when(grantLicence())
      .thenHappens(licenceGranted({ termYears: 3 }));
  });

  it('denies what the draft proposes to deny, for its reasons', () => {
    given(drafted.deny).when(denyLicence()).thenHappens(licenceDenied());
  });

  it('decides only what the draft says', () => {
    given(drafted.grant).when(denyLicence()).thenRefused('DraftSaysOtherwise', { draft: 'grant' });
    given(drafted.deny).when(grantLicence()).thenRefused('DraftSaysOtherwise', { draft: 'deny' });
  });

  it('sends a draft back, with the reason, to whoever prepared it', () => {
    given(drafted.grant)
      .when(returnDraft())
      .thenHappens(draftReturned(), taskAssigned({ task: 'appraise-2', to: specialist }));
    given(drafted.grant)
      .when(returnDraft({ reason: ' ' }))
      .thenRefused('TextMissing', { field: 'reason' });
  });

  it('finds a returned draft with all that was found out before', () => {
    const again = dossierOf(drafted.grant, draftReturned());
    expect(again).toMatchObject({
      stage: 'appraisal',
      stepDueAt: hanoi('2026-03-16 17:00'),
      findings: [{ item: 'distance' }, { item: 'healthyBees' }],
      opinions: [{ agency: 'H99.20' }, { agency: 'H99.30' }],
    });
    expect(again).not.toHaveProperty('draft');
  });
});

describe('four eyes', () => {
  const refused = ['PreparerMayNotApprove', { preparedBy: specialist }] as const;

  it('see every decision: who prepared it may not approve it', () => {
    given(drafted.grant)
      .when(grantLicence(), { by: specialist })
      .thenRefused(...refused);
    given(drafted.deny)
      .when(denyLicence(), { by: specialist })
      .thenRefused(...refused);
  });

  it('are those of the last draft: whoever prepared an earlier one may approve it', () => {
    const prepared = { preparedBy: otherSpecialist, proposedAt: hanoi('2026-03-12 09:00') };
    const redrafted = [...drafted.grant, draftReturned(), decisionProposed(prepared)];
    given(redrafted)
      .when(grantLicence(), { by: specialist })
      .thenHappens(licenceGranted({ approvedBy: specialist }));
    given(redrafted)
      .when(grantLicence(), { by: otherSpecialist })
      .thenRefused('PreparerMayNotApprove', { preparedBy: otherSpecialist });
  });
});

describe('a draft on somebody’s desk', () => {
  it('is approved by whoever holds it', () => {
    given(drafted.grant, held).when(grantLicence()).thenHappens(licenceGranted());
    given(drafted.grant, held)
      .when(grantLicence(), { by: otherSpecialist })
      .thenRefused('TaskHeldByAnother', heldByAnother);
    given(drafted.deny, held)
      .when(denyLicence(), { by: otherSpecialist })
      .thenRefused('TaskHeldByAnother', heldByAnother);
  });

  it('is sent back by whoever sees the fault', () => {
    given(drafted.grant, held)
      .when(returnDraft(), { by: otherSpecialist })
      .thenHappens(draftReturned(), taskAssigned({ task: 'appraise-2', to: specialist }));
  });
});
