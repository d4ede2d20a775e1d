import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LiveModels } from '#libs/projections/live-models.js';
import type { Move } from '#libs/projections/dossier-history/queries.js';
import { readModelNames } from '#libs/projections/read-models.js';
import { rebuildProjections } from '#libs/projections/rebuild.js';
import { taskInbox } from '#libs/projections/task-inbox/projection.js';
import { watchMoves } from '#libs/projections/watch.js';
import { indexes, type Office, openOffice, projectRest } from './office.js';
import { storyId } from './stories.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const LONG_MS = 30_000;

describe('waiting for a position', () => {
  it('ends as soon as the projector has been there', async () => {
    const projector = await office.project();
    const position = await office.tell([1], 2);
    const waiting = office.models.waitForPosition(readModelNames, position, { timeoutMs: LONG_MS });
    await projectRest(office.store, projector);
    expect(await waiting).toStrictEqual({ outcome: 'reached' });
    expect(await office.models.leastPosition(readModelNames)).toBe(position);
  });

  it('is bounded, and says how far the read model came', async () => {
    await office.tell([1], 2);
    await office.project();
    const answer = await office.models.waitForPosition(['task-inbox'], 7, { timeoutMs: 20 });
    expect(answer).toStrictEqual({ outcome: 'positionNotReached', wanted: 7, seen: 2 });
  });

  it('ends when the reader goes away', async () => {
    await office.project();
    const gone = new AbortController();
    const { signal } = gone;
    const waiting = office.models.waitForPosition(['task-inbox'], 7, { timeoutMs: LONG_MS, signal });
    gone.abort();
    expect(await waiting).toMatchObject({ outcome: 'positionNotReached', seen: 0 });
  });

  it('names a read model that was never built', async () => {
    await expect(office.models.model(taskInbox)).rejects.toThrow(
      expect.objectContaining({ name: 'ReadModelMissing', model: 'task-inbox' }),
    );
  });

  it('never lets a reader fall behind what it saw: a new generation is used once it came as far', async () => {
    await office.tell([1], 5);
    const projector = await office.project();
    const generation = async (models: LiveModels) =>
      (await models.model(taskInbox)).collection.collectionName;
    let now = 0;
    const reader = new LiveModels(office.generations, () => now);
    const later = async () => {
      now += 1_000;
      return [await reader.leastPosition(['task-inbox']), await generation(reader)];
    };
    expect(await later()).toStrictEqual([5, 'rm_task-inbox_1']);
    await rebuildProjections([taskInbox as never], office);
    await office.connection
      .collection('rm_checkpoints')
      .updateOne({}, { $set: { 'positions.task-inbox_2': 3 } });
    expect(await later()).toStrictEqual([5, 'rm_task-inbox_1']);
    expect(await generation(new LiveModels(office.generations))).toBe('rm_task-inbox_2');
    await projector.followSwitches();
    expect(await later()).toStrictEqual([5, 'rm_task-inbox_2']);
  });
});

describe('watching', () => {
  it('tells every move once, in order, also to a reader that was cut off', async () => {
    const projector = await office.project();
    await office.tell([1], 3);
    await projectRest(office.store, projector);
    const first = await watch(0, 2);
    expect(first.map(({ position }) => position)).toStrictEqual([1, 2]);
    const resumed = watch(2, 3);
    await office.tell([2], 2);
    await projectRest(office.store, projector);
    expect(await resumed).toMatchObject([
      {
        position: 3,
        subject: 'dossier',
        subjectId: storyId(1),
        stageBefore: 'completeness',
        stageAfter: 'appraisal',
      },
      { position: 4, subject: 'dossier', subjectId: storyId(2), stageBefore: null, stageAfter: 'receipt' },
      { position: 5, subject: 'dossier', subjectId: storyId(2), version: 2 },
    ]);
  });

  it('of many moves leaves none out', async () => {
    const tail = await office.tell(indexes(1, 60), 12);
    await office.project();
    const moves = await watch(0, tail);
    expect(moves.map(({ position }) => position)).toStrictEqual([...indexes(1, tail)]);
  });

  async function watch(after: number, count: number): Promise<readonly Move[]> {
    const moves: Move[] = [];
    const end = new AbortController();
    for await (const move of watchMoves(office.models, { after, signal: end.signal })) {
      moves.push(move);
      if (moves.length === count) break;
    }
    end.abort();
    return moves;
  }
});
