import { type Clock, epochOf, instantFromEpoch } from '#libs/kernel/time.js';
import type { MovedNews } from '#libs/commands/moved.js';
import { type Nudge, wouldOversleep } from './nudge.js';
import type { LedgerEntry, NudgeLedger } from './nudge-ledger.js';

export interface RunningWorkflow {
  readonly workflowId: string;
  readonly stage: string | null;
  /** ISO 8601 in UTC. */
  readonly wakeAt: string | null;
}

export interface WorkflowSight {
  /** Running workflows of all subjects of a kind. They may appear and change there some seconds late. */
  listRunning(workflow: Nudge['workflow']): AsyncIterable<RunningWorkflow>;
  /** Whether it has yet to hear what it was told, or is in the middle of an act, whose answer tells it everything. */
  isAtWork(workflowId: string): Promise<boolean>;
}

export interface SweepReport {
  readonly open: number;
  readonly running: number;
  /** Workflows that were not running, or rested elsewhere, or for a subject that is closed. */
  readonly leftBehind: readonly string[];
}

/** Temporal's lists lag behind a little: what moved lately is looked at by the next sweep. */
const SETTLED_AFTER_MS = 30_000;

/** Compares every open subject with its workflow, and lets those be told again that do not fit. */
export async function sweep(ledger: NudgeLedger, sight: WorkflowSight, clock: Clock): Promise<SweepReport> {
  const report = await compareWorkflows(ledger, sight, clock);
  await ledger.owe(report.leftBehind);
  return report;
}

/** Compares every open subject with its workflow, and changes nothing. */
export async function compareWorkflows(
  ledger: NudgeLedger,
  sight: WorkflowSight,
  clock: Clock,
): Promise<SweepReport> {
  const settledBefore = instantFromEpoch(epochOf(clock.now()) - SETTLED_AFTER_MS);
  const running = await runningById(sight);
  const found = running.size;
  const missing: string[] = [];
  const elsewhere: string[] = [];
  let open = 0;
  for await (const entry of ledger.listSettledOpen(settledBefore)) {
    const workflow = running.get(entry._id);
    running.delete(entry._id);
    open += 1;
    if (!workflow) missing.push(entry._id);
    else if (isElsewhere(entry, workflow)) elsewhere.push(entry._id);
  }
  const strays = await ledger.find([...running.keys()]);
  const outlived = strays.filter((entry) => !entry.open && entry.changedAt < settledBefore);
  const atRest = await restingAmong([...elsewhere, ...outlived.map(({ _id }) => _id)], sight);
  return { open, running: found, leftBehind: [...missing, ...atRest] };
}

/** Telling again who has not heard yet, minute by minute, would only fill its history. */
async function restingAmong(ids: readonly string[], sight: WorkflowSight): Promise<readonly string[]> {
  const resting: string[] = [];
  for (const id of ids) if (!(await sight.isAtWork(id))) resting.push(id);
  return resting;
}

async function runningById(sight: WorkflowSight): Promise<Map<string, RunningWorkflow>> {
  const running = new Map<string, RunningWorkflow>();
  for (const workflow of ['dossier', 'licence'] as const) {
    for await (const one of sight.listRunning(workflow)) running.set(one.workflowId, one);
  }
  return running;
}

/** A workflow that would wake earlier finds out itself; one that stands elsewhere or would sleep too long does not. */
function isElsewhere({ news }: LedgerEntry, workflow: RunningWorkflow): boolean {
  const known: MovedNews = {
    version: news.version,
    stage: workflow.stage ?? '',
    wakeAt: workflow.wakeAt,
    // Search attributes do not say for what it wakes.
    wakeFor: news.wakeFor,
  };
  return wouldOversleep(known, news);
}
