import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Projected } from '#libs/projections/projector.js';

export interface Measured {
  tail(): Promise<number>;
  position(): number;
  owed(): Promise<number>;
  untold(): Promise<number>;
}

/** What the projector counts. A registry of its own, so that several can live in one process. */
export class ProjectorMetrics {
  private readonly registry = new Registry();
  private readonly commits = new Counter({
    name: 'hoso_projected_commits_total',
    help: 'Commits shown by the read models.',
    registers: [this.registry],
  });
  private readonly batches = new Histogram({
    name: 'hoso_projected_batch_seconds',
    help: 'Time to fold a batch of commits and write its rows.',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
    registers: [this.registry],
  });
  private readonly apart = new Counter({
    name: 'hoso_projected_batches_apart_total',
    help: 'Batches that were written part by part, because no transaction could be had for them.',
    registers: [this.registry],
  });
  private readonly nudges = new Counter({
    name: 'hoso_workflow_nudges_total',
    help: 'Workflows told that their subject moved.',
    registers: [this.registry],
  });
  private readonly leftBehind = new Counter({
    name: 'hoso_workflows_left_behind_total',
    help: 'Workflows that a sweep found missing or standing elsewhere than their subject.',
    registers: [this.registry],
  });

  private readonly messages = new Counter({
    name: 'hoso_notification_messages_total',
    help: 'Messages sent to people, and those given up, by channel.',
    labelNames: ['channel', 'outcome'] as const,
    registers: [this.registry],
  });

  constructor(measured: Measured) {
    collectDefaultMetrics({ register: this.registry, prefix: 'hoso_projector_' });
    this.gauge('hoso_projector_position', 'Position that every read model has seen.', async () =>
      measured.position(),
    );
    this.gauge('hoso_projector_lag', 'Commits of the log that the read models do not show yet.', async () =>
      Math.max(0, (await measured.tail()) - measured.position()),
    );
    this.gauge('hoso_notifications_waiting', 'Notices that are not in a message yet.', () =>
      measured.untold(),
    );
    this.gauge('hoso_workflow_nudges_owed', 'Workflows that are still to be told.', () => measured.owed());
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  projected({ commits, milliseconds, obstacle }: Projected): void {
    this.commits.inc(commits);
    this.batches.observe(milliseconds / 1000);
    if (obstacle) this.apart.inc();
  }

  told(count: number): void {
    this.nudges.inc(count);
  }

  sent(channel: string): void {
    this.messages.inc({ channel, outcome: 'sent' });
  }

  notSent(channel: string): void {
    this.messages.inc({ channel, outcome: 'failed' });
  }

  foundLeftBehind(count: number): void {
    this.leftBehind.inc(count);
  }

  private gauge(name: string, help: string, read: () => Promise<number>): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      // A database that is away leaves the last value: metrics are asked for above all then.
      collect: () =>
        read().then(
          (value) => gauge.set(value),
          () => undefined,
        ),
    });
  }
}
