import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { ValueNotStorable } from '#libs/event-store/value-not-storable.js';
import { ReadModelMissing } from '#libs/projections/live-models.js';
import { ErrorPolicy } from './error-policy.js';
import { Problem } from './problem.js';

/** What the caller reads of an error, and what the log keeps of it. */
function told(originalError: Error) {
  const logged: string[] = [];
  const policy = new ErrorPolicy(pino({}, { write: (line: string) => void logged.push(line) }));
  const { message, extensions } = policy.mask(
    new GraphQLError(originalError.message, { originalError }),
    'report-1',
  );
  return { message, extensions, log: logged.join('') };
}

describe('what leaves the gateway of an error', () => {
  it('is nothing from inside: neither to the caller nor to the log goes what a database quotes', () => {
    const { message, extensions, log } = told(new Error('E11000 dup key: { name: "Nguyễn Thị An" }'));
    expect({ message, extensions }).toStrictEqual({
      message: 'Unexpected error.',
      extensions: { code: 'INTERNAL', correlationId: 'report-1' },
    });
    expect(log).toContain('report-1');
    expect(log).not.toContain('Nguy');
  });

  it.each([
    [new ReadModelMissing('task-inbox'), 'UNAVAILABLE'],
    [new ValueNotStorable('events', 'too deep'), 'BAD_USER_INPUT'],
    [new Problem('RATE_LIMITED', 'Wait.'), 'RATE_LIMITED'],
  ])('is for %s the code %s', (error, code) => {
    expect(told(error).extensions).toMatchObject({ code, correlationId: 'report-1' });
  });

  it('has no code of a library’s own', () => {
    expect(told(new GraphQLError('no', { extensions: { code: 'ERR_SOMEWHERE' } })).extensions).toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
