import { demoPeople } from '../../../apps/gateway/demo-people.js';
import { exampleAnswers } from './filing.js';

/** Tokens, tracking secrets and phone numbers, whoever they are of. */
const shapes = [/\beyJ[\w-]{8,}/, /\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b/, /\b0\d{9}\b/];
/** Shorter answers are terms of the form, not of a person. */
const TELLING = 8;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length < TELLING ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Lines of a log that say a name, an answer of the example form, a phone number, a token or a secret. */
export async function personalDataIn(lines: readonly string[]): Promise<readonly string[]> {
  const texts = [...demoPeople.map(({ name }) => name), ...textsIn(await exampleAnswers())];
  return lines.filter(
    (line) => shapes.some((shape) => shape.test(line)) || texts.some((text) => line.includes(text)),
  );
}
