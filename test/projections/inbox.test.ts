import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Model } from 'mongoose';
import type { Instant } from '#libs/kernel/time.js';
import { listDossiers, dossierFilter } from '#libs/projections/dossier-details/queries.js';
import { dossierDetails } from '#libs/projections/dossier-details/projection.js';
import type { InboxRow } from '#libs/projections/task-inbox/inbox-row.js';
import { taskInbox } from '#libs/projections/task-inbox/projection.js';
import {
  countInbox,
  inboxFilter,
  type InboxQuestion,
  listInbox,
} from '#libs/projections/task-inbox/queries.js';
import { beekeepers, foresters } from '../support/beekeeping.js';
import { indexes, type Office, openOffice } from './office.js';
import { specialist, storyId } from './stories.js';

let office: Office;
let inbox: Model<InboxRow>;

/** 40 dossiers wait for receipt, 60 lie in appraisal; of these 45 were claimed, and opinions are asked for 30. */
beforeAll(async () => {
  office = await openOffice();
  const plain = indexes(1, 400).filter((index) => index % 5 !== 0 && index % 11 !== 0);
  await office.tell(plain.slice(0, 40), 1);
  await office.tell(plain.slice(40, 55), 3);
  await office.tell(plain.slice(55, 70), 4);
  await office.tell(plain.slice(70, 100), 5);
  await office.project();
  inbox = await office.models.model(taskInbox);
});
afterAll(() => office.close());

const clerk = { person: 'clerk-1', all: false, agency: beekeepers, roles: ['oneStopClerk'] };
const expert = { person: specialist(1), all: false, agency: beekeepers, roles: ['specialist'] };
const both = { ...expert, roles: ['oneStopClerk', 'specialist'] };
const auditor = { person: 'auditor-1', all: true, roles: [] };
const first = 500;

describe('the inbox', () => {
  it('shows mine, my team’s and what nobody holds, and nobody else’s', async () => {
    const count = async (question: Omit<InboxQuestion, 'first'>) =>
      (await listInbox(inbox, { ...question, first })).rows.length;
    expect(await count({ reader: clerk, tab: 'team' })).toBe(40);
    expect(await count({ reader: clerk, tab: 'mine' })).toBe(0);
    expect(await count({ reader: expert, tab: 'team' })).toBe(60);
    expect(await count({ reader: expert, tab: 'unassigned' })).toBe(15);
    expect(await count({ reader: both, tab: 'team' })).toBe(100);
    expect(await count({ reader: { ...expert, agency: foresters }, tab: 'team' })).toBe(0);
    expect(await count({ reader: { ...expert, roles: [] }, tab: 'team' })).toBe(0);
    expect(await count({ reader: auditor, tab: 'team' })).toBe(160);
    const mine = await listInbox(inbox, { reader: expert, tab: 'mine', first });
    expect(new Set(mine.rows.map(({ holder }) => holder))).toStrictEqual(new Set([specialist(1)]));
  });

  it('is paged by due instant without leaving out or repeating a row', async () => {
    const all = await listInbox(inbox, { reader: both, tab: 'team', first });
    const due = all.rows.map(({ dueAt, _id }) => `${dueAt} ${_id}`);
    expect(due).toStrictEqual([...due].sort());
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await listInbox(inbox, { reader: both, tab: 'team', first: 7, ...(after && { after }) });
      paged.push(...page.rows.map(({ _id }) => _id));
      if (!page.hasNextPage) break;
      after = page.cursors.at(-1);
    }
    expect(paged).toStrictEqual(all.rows.map(({ _id }) => _id));
  });

  it('is filtered by procedure, stage, kind and due instant', async () => {
    const list = async (filter: InboxQuestion['filter']) =>
      (await listInbox(inbox, { reader: auditor, tab: 'team', first, ...(filter && { filter }) })).rows;
    expect(await list({ procedureId: 'other' })).toStrictEqual([]);
    expect(await list({ stages: ['receipt'] })).toHaveLength(40);
    expect(await list({ kinds: ['giveOpinion'] })).toHaveLength(60);
    const noon = '2026-11-18T00:00:00.000Z' as Instant;
    const early = await list({ dueBefore: noon });
    expect(early.length).toBeGreaterThan(0);
    expect(early.every(({ dueAt }) => dueAt < noon)).toBe(true);
  });

  it('counts what its tabs show', async () => {
    expect(await countInbox(inbox, both, '2026-11-16T12:00:00.000Z' as Instant)).toMatchObject({
      team: 100,
      unassigned: 55,
      byStage: { receipt: 40, appraisal: 60 },
    });
  });
});

interface Plan {
  readonly stage: string;
  readonly indexName?: string;
  readonly inputStage?: Plan;
  readonly inputStages?: readonly Plan[];
}

describe('every list comes from an index in its order', () => {
  const questions: readonly [string, string, InboxQuestion][] = [
    ['mine', 'mine', { reader: expert, tab: 'mine', first: 20 }],
    ['team', 'team', { reader: clerk, tab: 'team', first: 20 }],
    ['team of two roles', 'team', { reader: both, tab: 'team', first: 20 }],
    ['unassigned', 'unassigned', { reader: expert, tab: 'unassigned', first: 15 }],
    ['all', 'all', { reader: auditor, tab: 'team', first: 20 }],
    [
      'filtered',
      'team',
      { reader: clerk, tab: 'team', first: 20, filter: { stages: ['receipt'], kinds: ['receive'] } },
    ],
  ];

  it.each(questions)('%s: by index %s', async (_, index, question) => {
    const plan = await inbox
      .find(inboxFilter(question))
      .hint(index)
      .sort({ dueAt: 1, _id: 1 })
      .limit(question.first)
      .explain('executionStats');
    const { winningPlan } = (plan as unknown as { queryPlanner: { winningPlan: Plan } }).queryPlanner;
    const { executionStats } = plan as unknown as { executionStats: { totalDocsExamined: number } };
    expect(stagesOf(winningPlan)).not.toContain('SORT');
    expect(stagesOf(winningPlan)).not.toContain('COLLSCAN');
    expect(executionStats.totalDocsExamined).toBeLessThanOrEqual(question.first);
  });

  it('and the server chooses it by itself', async () => {
    for (const [, index, question] of questions) {
      const plan = await inbox.find(inboxFilter(question)).sort({ dueAt: 1, _id: 1 }).limit(20).explain();
      const { winningPlan } = (plan as unknown as { queryPlanner: { winningPlan: Plan } }).queryPlanner;
      expect([index, stagesOf(winningPlan).includes('SORT')]).toStrictEqual([index, false]);
    }
  });

  it('dossiers of an applicant, an agency or a consulted agency too', async () => {
    const details = await office.models.model(dossierDetails);
    const sight = {
      all: false,
      applicant: 'applicant-1',
      agency: beekeepers,
      consultedAgency: foresters,
    } as const;
    const plan = await details
      .find(dossierFilter({ sight, first: 20 }))
      .sort({ receivedAt: -1, _id: -1 })
      .limit(20)
      .explain();
    const { winningPlan } = (plan as unknown as { queryPlanner: { winningPlan: Plan } }).queryPlanner;
    expect(stagesOf(winningPlan)).not.toContain('COLLSCAN');
    expect(stagesOf(winningPlan)).not.toContain('SORT');
    const consulted = await listDossiers(details, {
      sight: { all: false, consultedAgency: foresters },
      first,
    });
    expect(consulted.rows).toHaveLength(30);
    const mine = await listDossiers(details, { sight: { all: false, applicant: 'applicant-2' }, first });
    expect(mine.rows.map(({ _id }) => _id)).toContain(storyId(2));
  });
});

function stagesOf(plan: Plan): readonly string[] {
  const below = [...(plan.inputStage ? [plan.inputStage] : []), ...(plan.inputStages ?? [])];
  return [plan.stage, ...below.flatMap(stagesOf)];
}
