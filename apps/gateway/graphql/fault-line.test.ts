import { describe, expect, it } from '@jest/globals';
import { faultLine } from './fault-line.js';

function thrownBy(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('Nothing was thrown');
}

describe('what the log keeps of an unexpected error', () => {
  it('is no text of a parser, which quotes what it was given', () => {
    const line = faultLine(thrownBy(() => JSON.parse('Nguyễn Thị An')));
    expect(line.fault).toBe('SyntaxError');
    expect(line.frames.length).toBeGreaterThan(0);
    expect(JSON.stringify(line)).not.toContain('Nguy');
  });

  it('is the text of an error about code, without which nobody could mend it', () => {
    const line = faultLine(thrownBy(() => Reflect.get(Object(undefined) as object, 'x').y as unknown));
    expect(line).toMatchObject({ fault: 'TypeError', message: expect.stringContaining("reading 'y'") });
  });

  it('is the code of a system error', () => {
    const line = faultLine(Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' }));
    expect(line).toMatchObject({ fault: 'Error', code: 'ECONNREFUSED' });
    expect(line).not.toHaveProperty('message');
  });
});
