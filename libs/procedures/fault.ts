import type { Bilingual } from '#libs/kernel/bilingual.js';

/** What is wrong with a procedure, and where: `path` as in `opinions[1].within`. */
export interface ProcedureFault {
  readonly path: string;
  readonly code: string;
  readonly message: Bilingual;
}

export function fault(path: string, code: string, message: Bilingual): ProcedureFault {
  return { path, code, message };
}
