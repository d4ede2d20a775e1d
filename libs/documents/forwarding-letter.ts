import { checkedFacts, type FactShape } from './checked-facts.js';
import { DOSSIER_LETTER_SHAPE, type DossierLetterFacts } from './dossier-letter.js';
import { forwardingTemplate } from './papers/forwarding-template.js';
import { rendered, type RenderedPaper } from './rendered-paper.js';

/** A dossier goes on to the authority that decides, with a written proposal (Decree 72/2013 Art. 23e(3)). */
export interface ForwardingFacts extends DossierLetterFacts {
  /** Who decides. */
  readonly addressee: { readonly name: string; readonly address: string };
  /** What is asked for: "Thiết lập trang thông tin điện tử tổng hợp trên mạng". */
  readonly request: string;
  /** What was appraised and is met. */
  readonly checked: readonly string[];
  readonly enclosures: readonly string[];
}

const SHAPE: FactShape = {
  ...DOSSIER_LETTER_SHAPE,
  'addressee.name': 'text',
  'addressee.address': 'text',
  request: 'text',
  checked: 'texts',
  enclosures: 'texts',
};

/**
 * The letter that proposes to another authority to grant what was asked for. Equal facts give equal bytes.
 * @throws PaperError
 */
export async function renderForwardingLetter(facts: ForwardingFacts): Promise<RenderedPaper> {
  return rendered(forwardingTemplate, checkedFacts(facts, SHAPE));
}
