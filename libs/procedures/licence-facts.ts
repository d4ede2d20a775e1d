import type { Json, JsonObject } from '#libs/kernel/json.js';
import { shownDate } from '#libs/kernel/time.js';
import type { LicenceContent } from './procedure.js';

/**
 * What the application contributes to the licence's document, as its template names it: `holder.name` becomes
 * `{ holder: { name } }`. The answers have passed the form's validation.
 */
export function licenceFacts(contents: readonly LicenceContent[], answers: JsonObject): JsonObject {
  const facts: Record<string, Json> = {};
  for (const content of contents) {
    const value = valueOf(content, answers);
    if (value !== undefined) enter(facts, content.fact, value);
  }
  return facts;
}

function valueOf({ text, each }: LicenceContent, answers: JsonObject): Json | undefined {
  if (each === undefined) return filled(text, answers);
  const entries = at(answers, each);
  if (!Array.isArray(entries)) return undefined;
  return (entries as readonly Json[]).flatMap((entry) => filled(text, entry) ?? []);
}

function filled(text: string, source: Json): string | undefined {
  let complete = true;
  const result = text.replaceAll(/\{([^{}|]*)(\|date)?\}/gu, (_, pointer: string, date?: string) => {
    const value = printed(at(source, pointer));
    if (value === undefined) complete = false;
    return date === undefined ? (value ?? '') : shownDate(value ?? '');
  });
  return complete ? result : undefined;
}

function printed(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.join(', ') : undefined;
}

/** JSON pointer (RFC 6901) without escapes: the names of form fields need none. */
function at(source: Json | undefined, pointer: string): Json | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), source);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Facts nest at most once: `holder.name`. */
function enter(facts: Record<string, Json>, name: string, value: Json): void {
  const [group = name, leaf] = name.split('.');
  if (leaf === undefined) {
    facts[group] = value;
    return;
  }
  const inner = facts[group];
  facts[group] = { ...(isObject(inner) ? inner : {}), [leaf]: value };
}
