import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const LOOK_EVERY_MS = 10_000;
/** Share of the time in which something ran. */
const IDLE_BELOW = 0.1;
const MEGABYTE = 1024 * 1024;
const WORTH_BYTES = 16 * MEGABYTE;

/** What the collector sees of its process, and its one way to change it. */
export interface Heap {
  /** Share of the time since the last look in which something ran, 0 to 1. */
  utilization(): number;
  /** Bytes that the heap holds, used or not. */
  size(): number;
  collect(): void;
}

/**
 * Gives back to the machine what a start or a busy hour left behind: V8 itself collects only when more is wanted, so that a process
 * at rest would keep half as much again. Never while there is work, and not again before the heap has grown.
 */
export function collectWhenIdle(heap: Heap = heapOfProcess()): () => void {
  let sizeAfter = 0;
  return () => {
    const isIdle = heap.utilization() < IDLE_BELOW;
    if (!isIdle || heap.size() - sizeAfter < WORTH_BYTES) return;
    heap.collect();
    sizeAfter = heap.size();
  };
}

/** Looks now and then for as long as the process lives. */
export function collectRegularly(): void {
  setInterval(collectWhenIdle(), LOOK_EVERY_MS).unref();
}

function heapOfProcess(): Heap {
  let before: EventLoopUtilization = performance.eventLoopUtilization();
  return {
    utilization() {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      return utilization;
    },
    size: () => getHeapStatistics().total_heap_size,
    collect: collectGarbage(),
  };
}

/** The collector of a process that was started without `--expose-gc`. */
function collectGarbage(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NonNullable<typeof globalThis.gc>;
  return () => collect({ type: 'major', flavor: 'last-resort', execution: 'sync' });
}
