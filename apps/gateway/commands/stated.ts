/** An input as the domain takes it: what GraphQL gave as null was not said. */
export type Stated<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? Stated<Item>[]
    : T extends object
      ? StatedFields<T>
      : T;

type StatedFields<T extends object> = {
  [Key in keyof T as null extends T[Key] ? never : Key]: Stated<T[Key]>;
} & {
  [Key in keyof T as null extends T[Key] ? Key : never]?: Stated<NonNullable<T[Key]>>;
};

export function stated<T>(value: T): Stated<T> {
  return withoutNulls(value) as Stated<T>;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(said.map(([key, inner]) => [key, withoutNulls(inner)]));
}
