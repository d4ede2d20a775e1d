import type { Bilingual } from '#libs/kernel/bilingual.js';

export interface Variable {
  readonly describes: Bilingual;
  /** What holds without it, in words where it depends on another. */
  readonly otherwise: string;
  /** May carry a password: never repeated in a message. */
  readonly secret?: true;
}
