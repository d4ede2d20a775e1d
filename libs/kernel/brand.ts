/** A primitive that may not be mixed up with another of the same shape. Costs nothing at run time. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
