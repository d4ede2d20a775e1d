import { createHash } from 'node:crypto';

/** What a signature covers: everything but the room for itself. `from` and `to` are where that room, brackets included, lies. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

export function rangeNumbers({ from, to, end }: ByteRange): readonly number[] {
  return [0, from, to, end - to];
}

/** SHA-256 over what is covered. */
export function digestOf(bytes: Uint8Array, { from, to, end }: ByteRange): Uint8Array {
  return createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(to, end)).digest();
}

/** In one case throughout: a digit whose case was changed is a changed byte too. */
const HEX = /^(?:[0-9a-f]*|[0-9A-F]*)$/u;

/** What lies in the room for a signature, undefined when it is not one hexadecimal string from bracket to bracket. */
export function roomContents(bytes: Uint8Array, { from, to }: ByteRange): Uint8Array | undefined {
  const room = Buffer.from(bytes.subarray(from, to)).toString('latin1');
  const hex = room.slice(1, -1);
  if (!room.startsWith('<') || !room.endsWith('>') || hex.length % 2 !== 0 || !HEX.test(hex))
    return undefined;
  return Buffer.from(hex, 'hex');
}
