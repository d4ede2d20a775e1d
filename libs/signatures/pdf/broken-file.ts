export type FileFault = 'notAPdf' | 'fileBroken' | 'tooLarge';

/** A file that says several things at once, nothing, or too much: nobody can say what was signed. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';

  constructor(
    readonly fault: FileFault,
    readonly what: string,
  ) {
    super(`${fault}: ${what}`);
  }
}

/** What a paper of ours never comes near to; what lies behind it is an attack on whoever checks. */
export const limits = {
  fileBytes: 32_000_000,
  objects: 50_000,
  depth: 64,
  inflatedBytes: 32_000_000,
  revisions: 64,
} as const;
