import { describe, expect, it } from '@jest/globals';
import type { LicenceId } from '#libs/kernel/ids.js';
import { readVerificationCode, verificationCodeOf } from './verification-code.js';

const licence = (id: string): LicenceId => id as LicenceId;

describe('verification code', () => {
  it('stays the same for a licence, as printed papers do', () => {
    expect(verificationCodeOf(licence('licence-1'))).toBe(verificationCodeOf(licence('licence-1')));
    expect(verificationCodeOf(licence('licence-1'))).toMatch(
      /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/u,
    );
  });

  it('is another for every licence, with every letter in use', () => {
    const codes = Array.from({ length: 500 }, (_, index) => verificationCodeOf(licence(`licence-${index}`)));
    expect(new Set(codes).size).toBe(500);
    expect(new Set(codes.join('')).size).toBe(33);
  });

  it('is read however somebody types it from the paper', () => {
    const typed = 'k7qf 93xa-oztm  wilb';
    expect(readVerificationCode(typed)).toBe('K7QF-93XA-0ZTM-W11B');
  });

  it.each(['', 'K7QF-93XA-0ZTM', 'K7QF-93XA-0ZTM-W2BD-0000', 'K7QF-93XA-0ZTM-W2B!', 'K7QF-93XA-0ZTM-W2BU'])(
    'is not read from %j',
    (typed) => {
      expect(readVerificationCode(typed)).toBeUndefined();
    },
  );
});
