import {
  CancellationScope,
  condition,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { actsAtOnce } from './at-once.js';
import { type Moved, moved, searchAttributes } from './messages.js';

/** What a stage does when something falls due: the agenda's name for it, and the activity that does it. */
export type StagePlan = Readonly<Record<string, (subject: { readonly id: string }) => Promise<Moved>>>;

interface Due {
  readonly act: StagePlan[string] | undefined;
  readonly name: string;
  /** Epoch ms; infinite where nothing is due. */
  readonly dueAt: number;
}

/**
 * How long a due action that could not be done yet waits before it is tried again, unless something moves: a tenth of the time it has been
 * due, for what was not done for days is not done within the minute.
 */
const PATIENCE = { shareOfDelay: 0.1, leastMs: 60_000, mostMs: 3_600_000 };

/**
 * A dossier or licence as time sees it: the stage it is in, and one timer for whatever is due next. Nothing is decided
 * here; which stage follows is read from the log and arrives as `moved` or as the answer of an activity.
 */
export class SubjectInTime {
  private latest: Moved | undefined;
  private shown = '';
  /** Of the wait for what is due next, if there is one. */
  private timer: CancellationScope | undefined;
  /** By action: what brought nothing forward waits this long (epoch ms). */
  private notBefore: Readonly<Record<string, number>> = {};

  constructor(
    readonly id: string,
    carriedOver: Moved | undefined,
  ) {
    this.latest = carriedOver;
    setHandler(moved, (news) => this.hear(news));
  }

  /** Until something is known of it; a run that continues another one brings that along. */
  async firstNews(): Promise<void> {
    if (!this.latest) await condition(() => this.latest !== undefined);
  }

  get stage(): string {
    return this.snapshot().stage;
  }

  /**
   * Does what falls due while the subject is in a stage, until it leaves the stage, `restAt` (epoch ms) has come, its history has become
   * `tooLong` or, where only debts are left to pay, nothing is owed any more.
   */
  async live(
    stage: string,
    plan: StagePlan,
    { restAt = Infinity, onlyDebts = false, tooLong = (): boolean => false } = {},
  ): Promise<void> {
    const isToRest = () => Date.now() >= restAt || tooLong();
    const goesOn = () => this.snapshot().stage === stage && !isToRest() && (!onlyDebts || this.isOwed());
    while (goesOn()) {
      const { act, name, dueAt } = this.next(plan);
      if (act && dueAt <= Date.now()) await this.carryOut(act, name);
      else await this.movesBefore(Math.min(dueAt, restAt));
    }
  }

  /** True while something is still due for it, whatever its stage. */
  isOwed(): boolean {
    return this.snapshot().wakeFor !== null;
  }

  snapshot(): Moved {
    if (!this.latest) throw new Error('The first news must be awaited before the stage is asked');
    return this.latest;
  }

  /** What this stage does next, and from when on. An action that is not its own waits for news. */
  private next(plan: StagePlan): Due {
    const { wakeAt, wakeFor, meanwhile } = this.snapshot();
    const first = this.due(plan, { wakeAt, wakeFor });
    const other = meanwhile ? this.due(plan, meanwhile) : first;
    return other.dueAt < first.dueAt ? other : first;
  }

  private due(plan: StagePlan, { wakeAt, wakeFor }: Pick<Moved, 'wakeAt' | 'wakeFor'>): Due {
    const act = wakeFor === null ? undefined : plan[wakeFor];
    if (wakeAt === null || wakeFor === null || !act) return { act: undefined, name: '', dueAt: Infinity };
    return { act, name: wakeFor, dueAt: Math.max(Date.parse(wakeAt), this.notBefore[wakeFor] ?? 0) };
  }

  /** Older news than what is known is dropped: signals may overtake each other. */
  private hear(news: Moved): void {
    if (this.latest && news.version < this.latest.version) return;
    if (news.version !== this.latest?.version) this.notBefore = {};
    this.latest = news;
    this.timer?.cancel();
  }

  private async carryOut(act: StagePlan[string], name: string): Promise<void> {
    if (!actsAtOnce()) this.show();
    const before = this.snapshot();
    this.hear(await act({ id: this.id }));
    // What is still due and brought nothing forward would be a busy loop: it waits for patience or for news.
    if (this.snapshot().version !== before.version) return;
    this.notBefore = { ...this.notBefore, [name]: Date.now() + this.patience() };
  }

  private patience(): number {
    const { wakeAt } = this.snapshot();
    const delay = wakeAt === null ? 0 : Date.now() - Date.parse(wakeAt);
    const { shareOfDelay, leastMs, mostMs } = PATIENCE;
    return Math.min(Math.max(delay * shareOfDelay, leastMs), mostMs);
  }

  /**
   * One timer at a time: a newer word ends it, and the loop sets the timer that is then right. A `condition` with a time limit would
   * do the same with twice the promises, and the SDK takes a stack trace of each: that is what replaying costs.
   */
  private async movesBefore(instantMs: number): Promise<void> {
    this.show();
    const before = this.latest;
    if (instantMs === Infinity) return condition(() => this.latest !== before);
    const summary = before?.wakeFor ?? 'yearly renewal of the run';
    this.timer = new CancellationScope();
    try {
      await this.timer.run(() => sleep(instantMs - Date.now(), { summary }));
    } catch (ended) {
      // Not by news: the whole workflow is being cancelled.
      if (this.latest === before) throw ended;
    } finally {
      this.timer = undefined;
    }
  }

  /** For operators: where it stands while it waits, in the list and on the page of the workflow. */
  private show(): void {
    const { stage, wakeAt, wakeFor } = this.snapshot();
    const details = wakeAt === null ? `**${stage}**` : `**${stage}** · next: ${wakeFor} at ${wakeAt}`;
    if (details === this.shown) return;
    this.shown = details;
    setCurrentDetails(details);
    if (actsAtOnce() && isListed({ stage, wakeAt })) return;
    upsertSearchAttributes([
      { key: searchAttributes.stage, value: stage },
      { key: searchAttributes.dueAt, value: wakeAt === null ? null : new Date(wakeAt) },
    ]);
  }
}

/** A run begins with what its first news say, and a list that says so already need not be written again. */
function isListed({ stage, wakeAt }: Pick<Moved, 'stage' | 'wakeAt'>): boolean {
  const listed = workflowInfo().typedSearchAttributes;
  const dueAt = listed.get(searchAttributes.dueAt)?.toISOString() ?? null;
  return listed.get(searchAttributes.stage) === stage && dueAt === wakeAt;
}
