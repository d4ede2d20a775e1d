import { type ActivityOptions, proxyActivities } from '@temporalio/workflow';
import type { DocumentActivities } from '#activities/documents.js';
import type { LicenceActivities } from '#activities/licences.js';
import type { OfficeActivities } from '#activities/office.js';
import type { PaperActivities } from '#activities/papers.js';
import { atOnce } from './at-once.js';

/**
 * A reminder or a note: a command on the log, tried until the log is there again. A worker that dies over one is noticed by this
 * timeout alone; one that is merely slow may go on, since the second attempt is answered by the first one's commit.
 */
export const office = atOnce<OfficeActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * Drawing a paper takes a second, and whoever signs it or stamps its time may take four for each of what they are asked. A worker that dies
 * over one is noticed by its silence.
 */
const PAPER: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
};

export const papers = proxyActivities<PaperActivities>(PAPER);

/** A decision or letter about a licence is drawn and signed as a certificate is. */
export const documents = proxyActivities<DocumentActivities>(PAPER);

export const licences = atOnce<LicenceActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
