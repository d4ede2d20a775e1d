import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Instant } from '#libs/kernel/time.js';
import { type CommitDraft, emptyHead, headAfter } from './commit.js';
import { hashOf, MAX_COMMIT_BYTES, prepareCommit, sealCommit } from './sealing.js';

const MONDAY = '2026-11-16T02:00:00.000Z' as Instant;
const TUESDAY = '2026-11-17T02:00:00.000Z' as Instant;

const draft: CommitDraft = {
  commitId: 'key-1',
  fingerprint: 'f'.repeat(64),
  recordedAt: MONDAY,
  actor: { id: 'p-1', roles: ['oneStopClerk'], agency: 'H21.12' },
  command: 'registerHives',
  correlationId: 'c-1',
  rules: { procedure: { id: 'beekeeping', version: '2026-1', hash: 'a'.repeat(64) } },
  build: '0.1.0',
  events: [{ type: 'HivesRegistered', schema: 1, data: { hives: 12, place: 'Nà Phặc' } }],
};

const text = fc.string({ unit: 'grapheme' });
const anyDraft: fc.Arbitrary<CommitDraft> = fc
  .record(
    {
      commitId: text,
      command: text,
      onBehalfOf: text,
      effectiveAt: fc.constant(TUESDAY),
      claims: fc.uniqueArray(fc.nat(999_999).map((n) => `licence/2026#${String(n).padStart(6, '0')}`)),
      events: fc.array(
        fc.record({
          type: text,
          schema: fc.nat(),
          data: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), text),
        }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
    },
    { requiredKeys: ['commitId'] },
  )
  .map((some) => ({ ...draft, ...some }));

describe('sealCommit', () => {
  it('gives the hash that the reference implementation gives', () => {
    const someHead = fc.record({
      n: fc.nat(),
      version: fc.nat(),
      h: fc.option(text),
      stream: text,
    });
    fc.assert(
      fc.property(anyDraft, someHead, fc.nat(), (some, head, position) => {
        const commit = sealCommit(prepareCommit(head, some), position, '' as Instant);
        expect(commit.h).toBe(hashOf(commit));
      }),
    );
  });

  // The expected hash was computed by other software (Python's json and hashlib) from the same content.
  it('gives the hash that the format promises', () => {
    const first = sealCommit(prepareCommit(emptyHead('dossier/1'), draft), 1, '' as Instant);
    expect(first.h).toBe('5b9c8738c0f860cb05ad92260aacda634db905e5876a24dd3f6b9a692d5e0393');
  });

  it('chains a commit to the previous one and counts versions by events', () => {
    const first = sealCommit(prepareCommit(emptyHead('dossier/1'), draft), 1, '' as Instant);
    const events = [...draft.events, ...draft.events];
    const second = sealCommit(prepareCommit(headAfter(first), { ...draft, events }), 2, first.recordedAt);
    expect(second).toMatchObject({ position: 2, n: 2, versions: [2, 3], prev: first.h });
  });

  it('raises the recorded instant when the clock went backwards', () => {
    const prepared = prepareCommit(emptyHead('dossier/1'), draft);
    expect(sealCommit(prepared, 2, TUESDAY).recordedAt).toBe(TUESDAY);
    expect(sealCommit(prepared, 2, MONDAY).recordedAt).toBe(MONDAY);
  });

  it('leaves out an empty list of claims, which a unique index would take for one value', () => {
    expect(prepareCommit(emptyHead('dossier/1'), { ...draft, claims: [] }).body).not.toHaveProperty('claims');
  });
});

describe('prepareCommit', () => {
  const data = { area: Number.NaN };
  const REFUSED = [
    ['events', { events: [] }],
    ['events[0].data.area', { events: [{ type: 'HivesRegistered', schema: 1, data }] }],
    ['recordedAt', { recordedAt: '2026-11-16' as Instant }],
    ['effectiveAt', { effectiveAt: '16/11/2026' as Instant }],
    ['claims[0]', { claims: ['licence/2026'] }],
    ['claims[1]', { claims: ['licence/2026#000001', 'licence/2026#000001'] }],
    ['onBehalfOf', { onBehalfOf: undefined as unknown as string }],
    ['', { command: 'x'.repeat(MAX_COMMIT_BYTES) }],
  ] as const;

  it.each(REFUSED)('names what cannot be recorded: %s', (path, change) => {
    const prepare = () => prepareCommit(emptyHead('dossier/1'), { ...draft, ...change });
    expect(prepare).toThrow(expect.objectContaining({ name: 'ValueNotStorable', path }));
  });
});
