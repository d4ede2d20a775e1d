import { describe, expect, it } from '@jest/globals';
import { BlobError } from '#libs/blobs/blob-error.js';
import { PaperError } from '#libs/documents/paper-error.js';
import type { Hindrance } from '#libs/issuing/signature.js';
import { WrongSignature } from '#libs/signatures/sign-file.js';
import { SignerUnreachable } from '#libs/signatures/signers/signer.js';
import { TimeStampMissing } from '#libs/signatures/time-stamp/request-time-stamp.js';
import { FormMissing } from './form-answers.js';
import { hindranceIn, mayPass } from './hindrance.js';

describe('what keeps a paper from being made', () => {
  it.each<readonly [what: string, error: Error, hindrance: Hindrance]>([
    [
      'a fact',
      new PaperError({ code: 'missingFact', field: 'place' }),
      { code: 'missingFact', field: 'place' },
    ],
    ['a form that was erased', new FormMissing(), { code: 'formMissing' }],
    ['a form that was damaged', new BlobError('corrupt'), { code: 'formMissing' }],
  ])('stays until it is mended: %s', (_, error, hindrance) => {
    expect([hindranceIn(error), mayPass(hindrance)]).toStrictEqual([hindrance, false]);
  });

  it.each<readonly [who: string, error: Error, hindrance: Hindrance]>([
    ['who signs', new SignerUnreachable(), { code: 'signerUnreachable' }],
    ['whose signature does not hold', new WrongSignature(), { code: 'signerUnreachable' }],
    ['who stamps the time', new TimeStampMissing(), { code: 'timeStampMissing' }],
  ])('may pass by itself where somebody is silent: %s', (_, error, hindrance) => {
    expect([hindranceIn(error), mayPass(hindrance)]).toStrictEqual([hindrance, true]);
  });

  it.each([new BlobError('unavailable'), new Error('something else')])(
    'is nobody’s work where the machine must be mended: %p',
    (error) => {
      const hindrance = hindranceIn(error);
      expect([hindrance, mayPass(hindrance)]).toStrictEqual([undefined, true]);
    },
  );
});
