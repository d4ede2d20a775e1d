import { proxyActivities } from '@temporalio/workflow';
import type { LicenceActivities } from '#activities/licences.js';
import type { OfficeActivities } from '#activities/office.js';
import type { PaperActivities } from '#activities/papers.js';

/** A reminder or a note: a command on the log, tried until the log is there again. */
export const office = proxyActivities<OfficeActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Drawing a certificate takes processor time; two at once are enough for one office. */
export const papers = proxyActivities<PaperActivities>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

export const licences = proxyActivities<LicenceActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
