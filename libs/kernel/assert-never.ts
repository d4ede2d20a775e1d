/** The unreachable branch of an exhaustive switch: a new union member stops the build here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
