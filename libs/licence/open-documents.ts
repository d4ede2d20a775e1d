import type { OfficialDocument } from './documents.js';
import { isLiving, type Licence } from './licence.js';

/**
 * What is still to be brought out. Decisions are owed to whoever had the licence, also when it has ended; a letter about a duty that is
 * settled is written no more, unless it has its number.
 */
export function openDocuments(licence: Licence): readonly OfficialDocument[] {
  return licence.documents.filter((one) => one.file === undefined && isNeeded(one, licence));
}

function isNeeded({ number, obligation }: OfficialDocument, licence: Licence): boolean {
  if (number !== undefined || obligation === undefined) return true;
  return isLiving(licence) && !isSettled(obligation, licence);
}

/** Whether a duty has had its outcome. */
export function isSettled(obligation: string | undefined, { obligations }: Licence): boolean {
  return obligations.some(({ id, outcome }) => id === obligation && outcome !== undefined);
}
