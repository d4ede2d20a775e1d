import { describe, expect, it } from '@jest/globals';
import { hanoi, licenceId } from '../../../test/support/beekeepers.js';
import { eraseForm, reopenDossier } from '../../../test/support/beekeeping-commands.js';
import {
  denied,
  licenceEntered,
  resultHandedOver,
  standing,
  withdrawn,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';

const erased = {
  type: 'FormErased',
  data: { ground: 'applicantAsked', erasedAt: hanoi('2026-04-30 09:00') },
} as const;
const withdrawal = [...standing.appraisal, withdrawn()];

describe('what was answered on a form', () => {
  it('is erased once the dossier is closed and nothing can need it', () => {
    given(withdrawal).when(eraseForm()).thenHappens(erased);
    given(denied.handover, resultHandedOver()).when(eraseForm()).thenHappens(erased);
    given(standing.closed).when(eraseForm()).thenHappens(erased);
  });

  it('stays while a paper about its licence may have to be drawn', () => {
    const licenceInNeed = { licenceId, text: '01/GP-NO', stage: 'suspended' };
    given(standing.closed)
      .when(eraseForm(), { licenceInNeed })
      .thenRefused('LicenceNeedsForm', licenceInNeed);
    const faster = [...standing.handover, resultHandedOver()];
    given(faster).when(eraseForm()).thenRefused('LicenceNotYetEntered', { text: '01/GP-NO' });
    given(faster, licenceEntered()).when(eraseForm()).thenHappens(erased);
  });

  it('is erased once, and the second time says nothing new', () => {
    given(withdrawal, erased)
      .when(eraseForm({ ground: 'ordered' }), { at: '2026-05-04 09:00' })
      .thenNothing();
    expect(dossierOf(withdrawal, erased)).toMatchObject({ formErasedAt: hanoi('2026-04-30 09:00') });
  });

  it('is nothing to go on with: the dossier is not re-opened', () => {
    given(withdrawal, erased)
      .when(reopenDossier(), { at: '2026-05-04 09:00' })
      .thenRefused('FormIsErased', { erasedAt: hanoi('2026-04-30 09:00') });
  });
});
