import type { CodedReason } from './procedure.js';

/** A reason as an officer gives it. */
interface Given {
  readonly code: string;
  readonly note?: string;
}

/** Reasons as a paper says them: in the procedure's words, with what the officer added. */
export function reasonTexts(reasons: readonly Given[], known: readonly CodedReason[]): readonly string[] {
  return reasons.map(({ code, note }) => {
    const text = codedText(code, known);
    return note === undefined ? text : `${text}: ${note}`;
  });
}

export function codedText(code: string, known: readonly CodedReason[]): string {
  return known.find((one) => one.code === code)?.text.vi ?? code;
}
