import { describe, expect, it } from '@jest/globals';
import { createUpcaster } from './upcast.js';

const { upcast, schemaOf } = createUpcaster({
  // Shape 2 counts hives by species, shape 3 names the unit.
  HivesRegistered: [
    ({ hives }) => ({ hives: { cerana: hives } }),
    ({ hives, ...rest }) => ({ ...rest, colonies: hives }),
  ],
});

const registered = (schema: number, data: object) => ({ type: 'HivesRegistered', schema, data: { ...data } });

describe('an upcaster', () => {
  it('brings every old shape to the newest', () => {
    const today = registered(3, { colonies: { cerana: 12 } });
    expect(upcast(registered(1, { hives: 12 }))).toStrictEqual(today);
    expect(upcast(registered(2, { hives: { cerana: 12 } }))).toStrictEqual(today);
  });

  it('hands on what is new already, and types without a history', () => {
    const today = registered(3, { colonies: {} });
    const other = { type: 'constructor', schema: 1, data: {} };
    expect(upcast(today)).toBe(today);
    expect(upcast(other)).toBe(other);
    expect([schemaOf('HivesRegistered'), schemaOf('constructor')]).toStrictEqual([3, 1]);
  });

  it('stops at a shape it does not know', () => {
    const unknown = [registered(4, {}), registered(0, {}), { type: 'HivesMoved', schema: 2, data: {} }];
    for (const event of unknown) {
      expect(() => upcast(event)).toThrow(expect.objectContaining({ name: 'UnknownEventShape', event }));
    }
  });
});
