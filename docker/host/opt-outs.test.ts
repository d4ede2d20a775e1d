import { describe, expect, it } from '@jest/globals';
import { findOptOuts } from './opt-outs.mjs';

// Put together here, so that this file itself has no opt-out.
const slashes = '/'.repeat(2);

describe('opt-outs of rules', () => {
  it.each([
    [`${slashes} oxlint-disable-next-line no-console -- the command line talks`, true],
    [`${slashes} oxlint-disable-next-line no-console`, false],
    [`${slashes} @ts-expect-error: the driver's types lack this option`, true],
    [`${slashes} @ts-expect-error`, false],
    [`${slashes.slice(1)}* eslint-disable max-lines */`, false],
  ])('%s: gives a reason: %s', (text, hasReason) => {
    expect(findOptOuts(`const a = 1;\n${text}\n`)).toStrictEqual([{ line: 2, text, hasReason }]);
  });

  it('are not found in words about them', () => {
    expect(findOptOuts('const rule = "oxlint-disable";')).toStrictEqual([]);
  });
});
