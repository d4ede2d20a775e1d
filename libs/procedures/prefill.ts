import type { Json, JsonObject } from '#libs/kernel/json.js';
import { licenceFacts } from './licence-facts.js';
import type { LicenceContent } from './procedure.js';
import type { RenewedFacts } from './result.js';

/** What a licence says, by the names that its template has: lists are one text. */
export type FactTexts = ReadonlyMap<string, string>;

/** What an application contributed to the licence when it was issued. */
export function issuedFacts(contents: readonly LicenceContent[], answers: JsonObject): FactTexts {
  const facts = licenceFacts(contents, answers);
  return new Map(contents.flatMap(({ fact }) => entryOf(fact, at(facts, fact))));
}

/** What a later application changed it to. */
export function renewedFacts({ fact, value, each, names }: RenewedFacts, answers: JsonObject): FactTexts {
  const list = each === undefined ? {} : { each };
  const facts = licenceFacts(
    [
      { fact: 'names', text: fact, ...list },
      { fact: 'values', text: value, ...list },
    ],
    answers,
  );
  const values = listOf(facts['values']);
  return new Map(
    listOf(facts['names']).flatMap((name, index) => entryOf(names?.[name] ?? name, values[index])),
  );
}

/** Answers for a form, as far as the licence says them; `fields` gives for each pointer into the form the fact it starts with. */
export function prefilled(fields: Readonly<Record<string, string>>, facts: FactTexts): JsonObject {
  const answers: Record<string, Json> = {};
  for (const [pointer, fact] of Object.entries(fields)) {
    const value = facts.get(fact);
    if (value !== undefined) enter(answers, pointer.split('/').slice(1), value);
  }
  return answers;
}

function enter(answers: Record<string, Json>, [key = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    answers[key] = value;
    return;
  }
  const inner = { ...(answers[key] as Record<string, Json> | undefined) };
  enter(inner, rest, value);
  answers[key] = inner;
}

function at(facts: JsonObject, name: string): Json | undefined {
  return name
    .split('.')
    .reduce<Json | undefined>((value, key) => (value as JsonObject | undefined)?.[key], facts);
}

function entryOf(name: string, value: Json | undefined): [string, string][] {
  return value === undefined ? [] : [[name, listOf(value).join('; ')]];
}

/** Facts are texts or lists of texts. */
function listOf(value: Json | undefined): readonly string[] {
  const list: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === 'string');
}
