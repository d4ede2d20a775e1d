import QRCode from 'qrcode';
import type { QrCode } from './block.js';
import type { Piece, SquaresMark } from './mark.js';

/** Level M, drawn as runs of squares: no image, so nothing that a compressor could write differently. */
export function typesetQrCode(code: QrCode): Piece {
  const { modules } = QRCode.create(segmentsOf(code.content), { errorCorrectionLevel: 'M' });
  const side = code.size / modules.size;
  const squares: { x: number; y: number; width: number; height: number }[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    const dark = Array.from({ length: modules.size }, (_, column) => modules.get(row, column) !== 0);
    for (const run of darkRuns(dark)) {
      squares.push({ x: run.from * side, y: row * side, width: run.length * side, height: side });
    }
  }
  const mark: SquaresMark = {
    kind: 'squares',
    x: 0,
    y: 0,
    squares,
    element: { role: 'Figure', alt: code.alt },
  };
  return { height: code.size, spaceBefore: 0, keepWithNext: false, marks: [mark] };
}

/** The 45 characters of the alphanumeric mode, ISO/IEC 18004 table 5. */
const ALPHANUMERIC = /^[0-9A-Z $%*+./:-]+$/u;

/** What is alphanumeric throughout is one segment: looking for a better division of a long claim takes longer than drawing it. */
function segmentsOf(content: QrCode['content']): Parameters<typeof QRCode.create>[0] {
  return ALPHANUMERIC.test(content) ? [{ data: content, mode: 'alphanumeric' }] : content;
}

function darkRuns(dark: readonly boolean[]): { from: number; length: number }[] {
  const starts = dark.flatMap((isDark, index) => (isDark && !dark[index - 1] ? [index] : []));
  return starts.map((from) => {
    const end = dark.findIndex((isDark, index) => index > from && !isDark);
    return { from, length: (end === -1 ? dark.length : end) - from };
  });
}
