import { registerEnumType } from '@nestjs/graphql';
import type { Bilingual } from '#libs/kernel/bilingual.js';

/** A union of the domain as a GraphQL enum: `oneStopClerk` is written ONE_STOP_CLERK, `licence.issue` LICENCE_ISSUE, and both languages describe it. */
export function registerTerms<Term extends string>(
  name: string,
  description: string,
  terms: Readonly<Record<Term, Bilingual>>,
): Record<string, Term> {
  const values = Object.fromEntries((Object.keys(terms) as Term[]).map((term) => [constantCase(term), term]));
  const valuesMap = Object.fromEntries(
    (Object.entries(terms) as [Term, Bilingual][]).map(([term, { vi, en }]) => [
      constantCase(term),
      { description: `${en} (${vi})` },
    ]),
  );
  registerEnumType(values, { name, description, valuesMap });
  return values;
}

function constantCase(term: string): string {
  return term
    .replaceAll('.', '_')
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .toUpperCase();
}
