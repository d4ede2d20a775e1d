/** What a log may keep of an unexpected error. */
interface FaultLine {
  readonly fault: string;
  readonly code?: string;
  readonly message?: string;
  readonly frames: readonly string[];
}

/**
 * Where it happened and what it is called. The text only of errors that speak of code: a parser or a database quotes what it was
 * given, and that may be somebody's name.
 */
export function faultLine(error: Error): FaultLine {
  const frames = (error.stack ?? '').split('\n').map((line) => line.trim());
  const code = 'code' in error ? String(error.code) : undefined;
  return {
    fault: error.name,
    ...(code === undefined ? {} : { code }),
    ...(speaksOfCode(error) ? { message: error.message } : {}),
    frames: frames.filter((line) => line.startsWith('at ')),
  };
}

function speaksOfCode(error: Error): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}
