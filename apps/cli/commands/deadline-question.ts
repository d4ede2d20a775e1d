import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { answerLine, answerOf, askDeadline } from '#libs/calendar/batch.js';
import { type Explanation, explainDeadline } from '#libs/calendar/explanation.js';
import { shippedRegister } from '#libs/calendar/register.js';
import { CliError } from '../cli-error.js';

/** A question to the clock as it is written on the command line. */
export interface AskedOptions {
  readonly from?: string;
  readonly days?: string;
  readonly unit: string;
  readonly agency?: string;
  readonly rule: string;
  readonly pause?: readonly string[];
}

/** @throws CliError naming every option that cannot be understood. */
export function explainAsked(options: AskedOptions): { explanation: Explanation; answer: object } {
  const asked = askDeadline(shippedRegister, questionOf(options));
  if ('refusal' in asked) {
    const faults = asked.details.faults.map(
      ({ field, message }) => `${optionOf(field)}: ${message.vi} (${message.en})`,
    );
    throw new CliError(faults.join('; '));
  }
  const { calendar, question, deadline } = asked;
  return { explanation: explainDeadline(calendar, question), answer: answerOf(deadline) };
}

function questionOf({ from, days, unit, agency, rule, pause = [] }: AskedOptions): object {
  return {
    ...(from === undefined ? {} : { from }),
    ...(days === undefined ? {} : { days: days.trim() === '' ? days : Number(days) }),
    unit,
    ...(agency === undefined ? {} : { agency }),
    rule,
    pauses: pause.map(pauseOf),
  };
}

function pauseOf(written: string): object {
  const [from = '', to = '', ...more] = written.split('..');
  if (more.length > 0) throw new CliError(`--pause ${written}: viết TỪ..ĐẾN (write FROM..TO)`);
  return to === '' ? { from } : { from, to };
}

/** `pauses[1].to` is the second `--pause` of the command line. */
function optionOf(field: string): string {
  const pause = /^pauses\[(\d+)\](?:\.(\w+))?/u.exec(field);
  return pause
    ? `--pause no. ${Number(pause[1]) + 1}${pause[2] === undefined ? '' : ` ${pause[2]}`}`
    : `--${field}`;
}

const CHUNK = 1 << 16;

/** A question a line in, an answer a line out, in the same order; waits where the reader of the answers is slower. */
export async function answerLines(questions: Readable, answers: Writable): Promise<void> {
  let chunk = '';
  const flush = async (): Promise<void> => {
    if (!answers.write(chunk)) await once(answers, 'drain');
    chunk = '';
  };
  for await (const line of createInterface({ input: questions, crlfDelay: Infinity })) {
    chunk += `${answerLine(shippedRegister, line)}\n`;
    if (chunk.length >= CHUNK) await flush();
  }
  await flush();
}
