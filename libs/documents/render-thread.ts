import { parentPort } from 'node:worker_threads';
import { renderCertificate } from './certificate.js';
import { renderDecision } from './decisions.js';
import { renderDenialLetter } from './denial-letter.js';
import { renderForwardingLetter } from './forwarding-letter.js';
import { renderLetter } from './letters.js';
import { PaperError, type PaperFault } from './paper-error.js';
import { renderRecord } from './records.js';
import type { RenderedPaper } from './rendered-paper.js';
import { renderSlip } from './slips.js';

/** The papers that a thread can be asked for, each by the function that draws it. */
const renderers = {
  certificate: renderCertificate,
  decision: renderDecision,
  denialLetter: renderDenialLetter,
  forwardingLetter: renderForwardingLetter,
  letter: renderLetter,
  record: renderRecord,
  slip: renderSlip,
};

export type Renderers = typeof renderers;

/** What a thread is asked: one paper at a time. */
export interface Drawing {
  readonly paper: keyof Renderers;
  readonly facts: readonly unknown[];
}

/** Errors cross as what they are made of: a copied Error is no longer of its class. */
export type Drawn =
  | { readonly outcome: 'drawn'; readonly paper: RenderedPaper }
  | { readonly outcome: 'refused'; readonly fault: PaperFault }
  | { readonly outcome: 'failed'; readonly reason: string };

parentPort?.on('message', (drawing: Drawing) => {
  void draw(drawing).then((drawn) => parentPort?.postMessage(drawn, []));
});

async function draw({ paper, facts }: Drawing): Promise<Drawn> {
  const render = renderers[paper] as (...given: readonly unknown[]) => Promise<RenderedPaper>;
  try {
    return { outcome: 'drawn', paper: await render(...facts) };
  } catch (error) {
    if (error instanceof PaperError) return { outcome: 'refused', fault: error.fault };
    return {
      outcome: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
