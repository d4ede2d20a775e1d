import { type Logger, pino } from 'pino';

/** One JSON line per event, without personal data: ids, names of commands, durations. */
export function createLogger(processName: string, level: string): Logger {
  return pino({
    level,
    base: { process: processName },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: ['req', 'res', 'headers', '*.authorization', '*.name', '*.answers'], remove: true },
  });
}
