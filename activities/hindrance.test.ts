import { describe, expect, it } from '@jest/globals';
import { BlobError } from '#libs/blobs/blob-error.js';
import { PaperError } from '#libs/documents/paper-error.js';
import type { Instant } from '#libs/kernel/time.js';
import { SignerUnreachable } from '#libs/signatures/signers/signer.js';
import { TimeStampMissing } from '#libs/signatures/time-stamp/request-time-stamp.js';
import { FormMissing } from './form-answers.js';
import { hindranceIn } from './hindrance.js';

const since = '2026-03-11T02:05:00.000Z' as Instant;
const within = (now: string) => ({ since, now: now as Instant, patienceMs: 300_000 });
const soon = within('2026-03-11T02:09:59.999Z');
const late = within('2026-03-11T02:10:00.000Z');

describe('what keeps a paper from being made', () => {
  it.each([
    [
      new PaperError({ code: 'missingFact', field: 'holder.name' }),
      { code: 'missingFact', field: 'holder.name' },
    ],
    [new FormMissing('The form is not in the blob store'), { code: 'formMissing' }],
    [new BlobError('corrupt'), { code: 'formMissing' }],
  ])('is told at once where trying again gives the same answer: %p', (error, hindrance) => {
    expect(hindranceIn(error, soon)).toStrictEqual(hindrance);
  });

  it.each([
    [new SignerUnreachable(), { code: 'signerUnreachable' }],
    [new TimeStampMissing(), { code: 'timeStampMissing' }],
  ])('is told once patience ends where somebody may still answer: %p', (error, hindrance) => {
    expect([hindranceIn(error, soon), hindranceIn(error, late)]).toStrictEqual([undefined, hindrance]);
  });

  it.each([[new BlobError('unavailable')], [new Error('something else')]])(
    'is nobody’s work where the machine must be mended: %p',
    (error) => {
      expect(hindranceIn(error, late)).toBeUndefined();
    },
  );
});
