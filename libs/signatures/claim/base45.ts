/** RFC 9285: two bytes as three characters that a QR code stores most densely. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = bytes.subarray(at, at + 2);
    text += low === undefined ? digits(high, 2) : digits(high * 256 + low, 3);
  }
  return text;
}

/** Undefined where the text is none. */
export function fromBase45(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = Array.from(text.slice(at, at + 3), (character) => ALPHABET.indexOf(character));
    const value = group.reduceRight((sum, digit) => sum * 45 + digit, 0);
    const most = group.length === 3 ? 65_535 : 255;
    if (group.length === 1 || group.includes(-1) || value > most) return undefined;
    bytes.push(...(group.length === 3 ? [value >> 8, value & 255] : [value]));
  }
  return Uint8Array.from(bytes);
}

function digits(value: number, count: number): string {
  return Array.from({ length: count }, (_, place) => ALPHABET[Math.floor(value / 45 ** place) % 45]).join('');
}
