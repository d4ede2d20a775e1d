import { describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { isConnectionLoss } from './log-unavailable.js';

describe('isConnectionLoss', () => {
  it.each([
    ['a lost connection', new mongo.MongoNetworkError('connection closed')],
    ['no server to be found', new mongo.MongoServerSelectionError('no primary', {} as never)],
    [
      'a server that is no longer primary',
      new mongo.MongoServerError({ code: 10107, errmsg: 'not primary' }),
    ],
    ['a server that is going down', new mongo.MongoServerError({ code: 91, errmsg: 'shutdown in progress' })],
    // Once taken for a defect: it comes from Node itself, and in a sandbox is no instance of the sandbox's Error.
    ['a write on a dead socket', { code: 'EPIPE', message: 'write EPIPE' }],
  ])('is told from other trouble: %s', (_what, error) => {
    expect(isConnectionLoss(error)).toBe(true);
  });

  it.each([
    ['a duplicate', new mongo.MongoServerError({ code: 11000, errmsg: 'duplicate key' })],
    ['a missing right', new mongo.MongoServerError({ code: 13, errmsg: 'not authorized' })],
    ['a defect', new TypeError('x is not a function')],
    ['nothing', undefined],
  ])('is not %s', (_what, error) => {
    expect(isConnectionLoss(error)).toBe(false);
  });
});
