import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** Well within what a paper may be without a word (`workflows/activities.ts`). */
const EVERY_MS = 3_000;

/** Says of each activity that it is still being worked on, so that one may take its time and a worker that died is noticed all the same. */
export const signsOfLife: ActivityInterceptorsFactory = (context) => ({
  inbound: {
    async execute(input, next) {
      if (context.info.isLocal) return next(input);
      const pulse = setInterval(() => context.heartbeat(), EVERY_MS);
      return next(input).finally(() => clearInterval(pulse));
    },
  },
});
