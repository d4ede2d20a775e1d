import { describe, expect, it } from '@jest/globals';
import { hanoi } from '../../../test/support/beekeepers.js';
import {
  issueCertificate,
  notePaperHindered,
  noteSignatureRequested,
} from '../../../test/support/beekeeping-commands.js';
import {
  certificateIssued,
  numberAllocated,
  signatureRequested,
  standing,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';
import { openTaskIds } from '../tasks.js';

const { certificate } = standing;
const numbered = [...certificate, numberAllocated()];

describe('what keeps a certificate from being made', () => {
  const hindered = {
    type: 'PaperHindered',
    data: {
      code: 'missingGlyph',
      field: 'holder.name',
      task: 'mendPaper-1',
      hinderedAt: hanoi('2026-03-11 09:03'),
    },
  } as const;

  it('is told once, is work of the records clerk, and does not end the attempts', () => {
    given(numbered).when(notePaperHindered()).thenHappens(hindered);
    given(numbered, hindered).when(notePaperHindered()).thenRefused('AlreadyDone', {});
    expect(openTaskIds(dossierOf(numbered, hindered))).toStrictEqual(['mendPaper-1']);
    given(numbered, hindered).when(issueCertificate()).thenHappens(certificateIssued());
    given(certificate).when(notePaperHindered()).thenRefused('NumberNotAllocated', {});
  });

  it('is news again when it is something else, and over when somebody is asked to sign', () => {
    given(numbered, hindered)
      .when(notePaperHindered({ field: 'site.name' }))
      .thenHappens({ ...hindered, data: { ...hindered.data, field: 'site.name' } });
    expect(openTaskIds(dossierOf(numbered, hindered, signatureRequested()))).toStrictEqual(['sign-1']);
  });

  it('is over too when it came while somebody was awaited, who then has the work again', () => {
    const awaited = [...numbered, signatureRequested()];
    given(awaited).when(noteSignatureRequested()).thenRefused('AlreadyDone', {});
    given(awaited, hindered).when(noteSignatureRequested()).thenHappens(signatureRequested());
    expect(openTaskIds(dossierOf(awaited, hindered, signatureRequested()))).toStrictEqual(['sign-1']);
  });
});
