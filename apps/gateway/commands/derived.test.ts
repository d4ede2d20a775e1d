import { describe, expect, it } from '@jest/globals';
import { Derivation, trackingDigest } from './derived.js';

const derivation = new Derivation('secret of this installation');

describe('what a filing derives', () => {
  it('is the same for the same person and key, and different for any other', () => {
    expect(derivation.dossierId('a', 'key-1')).toBe(derivation.dossierId('a', 'key-1'));
    expect(derivation.dossierId('a', 'key-1')).not.toBe(derivation.dossierId('b', 'key-1'));
    expect(derivation.salt('a', 'key-1')).not.toBe(derivation.salt('a', 'key-2'));
    expect(derivation.salt('a', 'key-1')).not.toBe(new Derivation('another').salt('a', 'key-1'));
  });

  it('does not let a person and a key be cut at another place', () => {
    expect(derivation.dossierId('ab', 'c')).not.toBe(derivation.dossierId('a', 'bc'));
  });

  it('gives a tracking secret that people can read aloud and type as they like', () => {
    const secret = derivation.trackingSecret('a', 'key-1');
    expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(trackingDigest(secret.toLowerCase().replaceAll('-', ' '))).toBe(trackingDigest(secret));
  });
});
