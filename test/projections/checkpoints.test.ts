import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Change } from '#libs/projections/change.js';
import { checkReadModels } from '#libs/projections/check.js';
import type { Follower } from '#libs/projections/follower.js';
import { Folds } from '#libs/projections/folds.js';
import { type Projected, Projector } from '#libs/projections/projector.js';
import { publicTracking } from '#libs/projections/public-tracking/projection.js';
import { allProjections, readModelNames } from '#libs/projections/read-models.js';
import { dump, indexes, type Office, openOffice, projectRest } from './office.js';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.project();
});
afterEach(() => office.close());

const checkpoints = () =>
  office.connection.collection<{ _id: string; positions: Record<string, number> }>('rm_checkpoints');

/** A projector like a process of its own, with somebody who acts on what is projected. */
function act(
  hear: (changes: readonly Change[]) => Promise<void> = () => Promise.resolve(),
  onProjected: (projected: Projected) => void = () => undefined,
): Projector {
  const actor: Follower = { name: 'actor', hear: (changes) => Promise.resolve(() => hear(changes)) };
  return new Projector({ ...office, projections: allProjections, followers: [actor], onProjected });
}

async function heardByTheNext(): Promise<readonly number[]> {
  const heard: number[] = [];
  const next = act(async (changes) => void heard.push(...changes.map(({ commit }) => commit.position)));
  await next.open();
  await projectRest(office.store, next);
  return heard;
}

it('what was acted on does not come again to the next projector, however the last one ended', async () => {
  await office.tell([1], 6);
  const commits = await office.store.readAfter(0, 6);
  const killed = act();
  await killed.open();
  await killed.project(commits.slice(0, 4));
  expect(await heardByTheNext()).toStrictEqual([5, 6]);
  expect(await heardByTheNext()).toStrictEqual([]);
});

it('who could not act on a batch is given it again, though the read models went on', async () => {
  await office.tell([1], 6);
  const failing = act(() => Promise.reject(new Error('away')));
  await failing.open();
  await expect(failing.project(await office.store.readAfter(0, 6))).rejects.toThrow('away');
  expect(await office.models.leastPosition(readModelNames)).toBe(6);
  expect(await heardByTheNext()).toStrictEqual([1, 2, 3, 4, 5, 6]);
});

it('a row from a batch that was cut off is replaced when the batch comes again and reaches further', async () => {
  await office.tell(indexes(1, 3));
  const cutOff = act();
  await cutOff.open();
  await cutOff.project(await office.store.readAfter(0, 5));
  await checkpoints().deleteMany({});
  await office.project();
  expect((await checkReadModels(allProjections, office)).drifts).toStrictEqual([]);
});

it('a batch that is written part by part is told of with the reason, one that goes at once is not', async () => {
  await office.tell([1], 6);
  const obstacles: (string | undefined)[] = [];
  const projector = act(undefined, ({ obstacle }) => obstacles.push(obstacle?.name));
  await projector.open();
  const commits = await office.store.readAfter(0, 6);
  await projector.project(commits.slice(0, 4));
  await checkpoints().deleteMany({});
  await projector.open();
  await projector.project(commits);
  expect(obstacles).toStrictEqual([undefined, 'WriteRefused']);
});

it('two projectors that follow the log at once leave what one would', async () => {
  await office.tell(indexes(1, 6));
  const both = [act(), act()];
  await Promise.all(both.map((projector) => projector.open()));
  await Promise.all(both.map((projector, index) => projectRest(office.store, projector, 3 + 4 * index)));
  const { models, drifts } = await checkReadModels(allProjections, office);
  expect(new Set(models.map(({ position }) => position))).toStrictEqual(new Set([await office.store.tail()]));
  expect(drifts).toStrictEqual([]);
});

it('a projector behind another one leaves the rows that it finds newer, and once it came as far all is as it was', async () => {
  await office.tell([1], 9);
  const commits = await office.store.readAfter(0, 9);
  const [ahead, behind] = [act(), act()];
  await Promise.all([ahead.open(), behind.open()]);
  await ahead.project(commits);
  const shown = await dump(office);
  await behind.project(commits.slice(0, 4));
  expect((await dump(office))['dossier-details']).toStrictEqual(shown['dossier-details']);
  await behind.project(commits.slice(4));
  expect(await dump(office)).toStrictEqual(shown);
});

it('a projector behind another one does not take the checkpoint back', async () => {
  const lane = ['task-inbox_1'];
  await office.generations.checkpoint(lane, 5);
  await office.generations.checkpoint(lane, 3);
  expect(await office.generations.position('task-inbox', 1)).toBe(5);
});

it('positions that an earlier release wrote down one by one are read on', async () => {
  await office.tell([1], 6);
  await office.project();
  const { positions } = (await checkpoints().findOne()) ?? { positions: {} };
  await checkpoints().deleteMany({});
  const lone = Object.entries({ ...positions, actor_0: 4 }).map(([_id, position]) => ({ _id, position }));
  await office.connection.collection<{ _id: string }>('rm_checkpoints').insertMany(lone);
  expect(await office.models.leastPosition(readModelNames)).toBe(6);
  expect(await heardByTheNext()).toStrictEqual([5, 6]);
});

it('what an applicant without an account is shown is never older than the last commit that changed it', async () => {
  await office.tell(indexes(1, 12));
  const folds = new Folds(office.store, office.rules);
  const shown = new Map<string, object>();
  for (const change of await folds.changesOf(await office.store.readAfter(0, 1_000))) {
    if (change.subject !== 'dossier') continue;
    const [write] = publicTracking.writesFor(change);
    if (write && write.kind !== 'remove') shown.set(change.id, write.row());
    const [asIfFirst] = publicTracking.writesFor({ ...change, before: undefined });
    if (!asIfFirst || asIfFirst.kind === 'remove') throw new Error('A dossier has no row');
    expect({ ...shown.get(change.id), position: 0 }).toStrictEqual({ ...asIfFirst.row(), position: 0 });
  }
  expect(shown.size).toBe(12);
});
