import { renderCertificate } from '#libs/documents/certificate.js';
import type { DecisionKind } from '#libs/documents/decisions.js';
import { renderDecision } from '#libs/documents/decisions.js';
import { renderDenialLetter } from '#libs/documents/denial-letter.js';
import { renderForwardingLetter } from '#libs/documents/forwarding-letter.js';
import type { LetterKind } from '#libs/documents/letters.js';
import { renderLetter } from '#libs/documents/letters.js';
import type { RecordKind } from '#libs/documents/records.js';
import { renderRecord } from '#libs/documents/records.js';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import type { SlipKind } from '#libs/documents/slips.js';
import { renderSlip } from '#libs/documents/slips.js';
import { decisionFacts } from './decision-facts.js';
import { denialFacts } from './denial-facts.js';
import { certificateFacts } from './facts.js';
import { forwardingFacts } from './forwarding-facts.js';
import { letterFacts } from './letter-facts.js';
import { recordFacts } from './record-facts.js';
import { slipFacts } from './slip-facts.js';

interface Sample {
  readonly facts: object;
  readonly render: (facts: object) => Promise<RenderedPaper>;
}

const sample = <Facts extends object>(
  facts: Facts,
  render: (facts: Facts) => Promise<RenderedPaper>,
): Sample => ({ facts, render: (changed) => render(changed as Facts) });

/** One paper of each kind by the name of its golden file. */
export const papers: ReadonlyMap<string, Sample> = new Map<string, Sample>([
  ['certificate', sample(certificateFacts(), (facts) => renderCertificate(facts))],
  ['denial-letter', sample(denialFacts, renderDenialLetter)],
  ['forwarding-letter', sample(forwardingFacts, renderForwardingLetter)],
  ...keysOf(slipFacts).map(
    (kind: SlipKind) => [kind, sample(slipFacts[kind], (facts) => renderSlip(kind, facts))] as const,
  ),
  ...keysOf(decisionFacts).map(
    (kind: DecisionKind) =>
      [kind, sample(decisionFacts[kind], (facts) => renderDecision(kind, facts))] as const,
  ),
  ...keysOf(letterFacts).map(
    (kind: LetterKind) => [kind, sample(letterFacts[kind], (facts) => renderLetter(kind, facts))] as const,
  ),
  ...keysOf(recordFacts).map(
    (kind: RecordKind) => [kind, sample(recordFacts[kind], (facts) => renderRecord(kind, facts))] as const,
  ),
]);

function keysOf<Facts extends object>(facts: Facts): (keyof Facts)[] {
  return Object.keys(facts) as (keyof Facts)[];
}
