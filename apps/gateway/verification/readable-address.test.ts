import { describe, expect, it } from '@jest/globals';
import { NOBODYS, readableAddress } from './readable-address.js';

describe('an address that is asked for', () => {
  it.each([
    '/verify',
    '/verify?code=%ff',
    '/verify/K7QF-93XA-0ZTM-W2BD',
    '/verify/k7qf%2093xa%200ztm%20w2bd?from=paper',
    '/verify/K7QF-93XA-0ZTM-W2BD/certificate.pdf',
    '/verify/K7QF-93XA-0ZTM-W2BD/document.pdf?a=%ff',
    '/graphql/%ff',
    '/verifyx/%ff',
  ])('%s stays', (url) => {
    expect(readableAddress(url)).toBe(url);
  });

  it.each([
    '/verify/',
    '/verify/%ff',
    '/verify/%',
    '/verify/%ff/certificate.pdf',
    '/verify/K7QF-93XA-0ZTM-W2BD/other.pdf',
    '/verify/K7QF-93XA-0ZTM-W2BD/',
    '/verify/a/b',
    `/verify/${'A'.repeat(101)}`,
    `/verify/${'A'.repeat(101)}/document.pdf`,
  ])('%s is one of a code that is nobody’s', (url) => {
    expect(readableAddress(url)).toBe(`/verify/${NOBODYS}`);
  });
});
