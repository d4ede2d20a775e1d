import { checkedFacts, type FactShape } from './checked-facts.js';
import { DOSSIER_LETTER_SHAPE, type DossierLetterFacts } from './dossier-letter.js';
import { denialTemplate } from './papers/denial-template.js';
import { rendered, type RenderedPaper } from './rendered-paper.js';

/** A licence is denied in writing and with reasons (Decree 72/2013 Art. 23e(2)). */
export interface DenialFacts extends DossierLetterFacts {
  readonly procedureName: string;
  readonly reasons: readonly string[];
}

const SHAPE: FactShape = { ...DOSSIER_LETTER_SHAPE, procedureName: 'text', reasons: 'texts' };

/**
 * The letter that tells an applicant that the licence is denied, and why. Equal facts give equal bytes.
 * @throws PaperError
 */
export async function renderDenialLetter(facts: DenialFacts): Promise<RenderedPaper> {
  return rendered(denialTemplate, checkedFacts(facts, SHAPE));
}
