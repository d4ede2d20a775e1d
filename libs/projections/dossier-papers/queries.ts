import type { Model } from 'mongoose';
import type { PaperRow } from './paper-row.js';

/** By the code that is printed on it. */
export async function findPaperByCode(model: Model<PaperRow>, code: string): Promise<PaperRow | undefined> {
  return (await model.findById(code).lean<PaperRow>()) ?? undefined;
}
