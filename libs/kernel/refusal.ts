import type { JsonObject } from './json.js';

/**
 * Why a command gave no event: a named value with what is needed to explain it. Nothing is thrown for a business reason.
 * `Refusals` maps each name to the shape of its details.
 */
export type RefusalOf<Refusals extends Record<keyof Refusals, object>> = {
  readonly [Name in keyof Refusals]: { readonly refusal: Name; readonly details: Refusals[Name] };
}[keyof Refusals];

export type AnyRefusal = { readonly refusal: string; readonly details: JsonObject };
