import type { Block } from '../layout/block.js';
import { mm } from '../layout/mark.js';
import { filled } from './filled.js';
import { run } from './official-parts.js';

export const QR_SIDE = mm(22);

export interface CheckWording {
  readonly check: string;
  readonly checkAlt: string;
}

/** The code under which anybody can check the paper, and below it the address that the code says. */
export function checkBlocks(url: string, wording: CheckWording, size: number): Block[] {
  return [
    { kind: 'space', height: 3 },
    { kind: 'qrCode', content: url, size: QR_SIDE, alt: filled(wording.checkAlt, { url }) },
    {
      kind: 'paragraph',
      runs: [run(filled(wording.check, { url }), 'regular', size)],
      align: 'left',
      leading: 1.15,
      spaceBefore: 2,
    },
  ];
}
