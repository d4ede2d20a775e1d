import { writeSync } from 'node:fs';

/** Closes every run with the one line that tools read; a file that could not even run counts as failed. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    // Jest prints its own summary after every reporter, so the line waits for the end of the process.
    process.once('exit', () =>
      writeSync(process.stdout.fd, `${results.numPassedTests} passed, ${failed} failed\n`),
    );
  }
}
