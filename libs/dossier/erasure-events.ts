import type { Instant } from '#libs/kernel/time.js';

/**
 * Why answers may be erased: whoever they are about asked for it (Law 91/2025/QH15), the archive need not keep them any longer, or an
 * authority ordered it. A code and nothing else: words of anybody's own could tell what is to be forgotten.
 */
export type ErasureGround = 'applicantAsked' | 'retentionOver' | 'ordered';

export interface ErasureEvents {
  /** What was answered on every form of the dossier is kept no more, nor are the files of its slips; their digests stay in the log. */
  readonly FormErased: { readonly ground: ErasureGround; readonly erasedAt: Instant };
}
