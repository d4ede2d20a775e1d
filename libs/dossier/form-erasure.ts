import type { Instant } from '#libs/kernel/time.js';
import type { Dossier } from './state.js';

/** Since when nothing of what was answered is kept; undefined while it is. */
export function formErasedAt(dossier: Dossier): Instant | undefined {
  return dossier.stage === 'closed' ? dossier.formErasedAt : undefined;
}
