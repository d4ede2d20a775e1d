import { describe, expect, it } from '@jest/globals';
import { completeLock } from './complete-lock.mjs';

const lock = {
  lockfileVersion: 3,
  packages: {
    '': { name: 'x' },
    'node_modules/fast': {
      version: '1.2.0',
      dev: true,
      optionalDependencies: {
        '@fast/linux-x64-gnu': '1.2.0',
        '@fast/linux-arm64-musl': '1.2.0',
        '@fast/darwin-arm64': '1.2.0',
        'some-addon': '1.0.0',
        '@fast/win32-x64': '^1.2.0',
      },
    },
    'node_modules/@fast/linux-x64-gnu': { version: '1.2.0', integrity: 'sha512-…' },
  },
};

describe('a lock that a registry left holes in', () => {
  it('gets an entry for each exact platform package, and keeps what it has', () => {
    const { packages } = completeLock(lock);
    expect(packages).toStrictEqual({
      ...lock.packages,
      'node_modules/@fast/darwin-arm64': {
        version: '1.2.0',
        cpu: ['arm64'],
        dev: true,
        optional: true,
        os: ['darwin'],
      },
      'node_modules/@fast/linux-arm64-musl': {
        version: '1.2.0',
        cpu: ['arm64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
    });
  });

  it('is left alone when it is whole', () => {
    const whole = completeLock(lock);
    expect(JSON.stringify(completeLock(whole))).toBe(JSON.stringify(whole));
  });
});
