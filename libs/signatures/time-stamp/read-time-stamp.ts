import { AsnConvert } from '@peculiar/asn1-schema';
import { TSTInfo } from '@peculiar/asn1-tsp';
import { pathFault, type Trust } from '../certificates/certificate-path.js';
import { oids, sha256 } from '../cms/attributes.js';
import { coversContent, readToken, type ReadToken } from '../cms/read-signed-data.js';

export type StampFault =
  | 'timeStampUnreadable'
  | 'timeStampOfOther'
  | 'timeStampWrong'
  | 'timeStampStructureChanged'
  | 'timeStampUntrusted'
  | 'notForTimeStamping';

export interface JudgedStamp {
  readonly at?: Date;
  readonly fault?: StampFault;
}

/** Whether an RFC 3161 token was made over this signature's value by an authority that is believed, and for when. */
export function stampFault(token: Uint8Array, value: Uint8Array, { roots }: Trust): JudgedStamp {
  try {
    return judge(token, value, { roots });
  } catch {
    return { fault: 'timeStampUnreadable' };
  }
}

/** Whether a token answers this question about this value and its signature holds; whom to believe is judged by whoever reads the file. */
export function isAnswer(
  token: Uint8Array,
  { value, nonce }: { readonly value: Uint8Array; readonly nonce: Uint8Array },
): boolean {
  try {
    const read = readToken(token, oids.timeStampInfo);
    const { nonce: named } = stampIn(read);
    const isOurs = named !== undefined && Buffer.compare(new Uint8Array(named), nonce) === 0;
    return isOurs && formFault(read, value) === undefined;
  } catch {
    return false;
  }
}

function judge(token: Uint8Array, value: Uint8Array, { roots }: Trust): JudgedStamp {
  const read = readToken(token, oids.timeStampInfo);
  const wrong = formFault(read, value);
  if (wrong) return { fault: wrong };
  const { genTime: at } = stampIn(read);
  const fault = pathFault(read.certificate, read.others, { roots, at, use: 'stampsTimes' });
  if (fault) return { fault: fault === 'notForTimeStamping' ? fault : 'timeStampUntrusted' };
  return { at };
}

function formFault(read: ReadToken, value: Uint8Array): StampFault | undefined {
  const { messageImprint } = stampIn(read);
  const imprint = new Uint8Array(messageImprint.hashedMessage.buffer);
  const isOfThis = messageImprint.hashAlgorithm.algorithm === oids.sha256;
  if (!isOfThis || Buffer.compare(imprint, sha256(value)) !== 0) return 'timeStampOfOther';
  if (!read.isValueRight || !read.isBoundToCertificate || !coversContent(read)) return 'timeStampWrong';
  return read.isCanonical ? undefined : 'timeStampStructureChanged';
}

function stampIn({ content }: ReadToken): TSTInfo {
  return AsnConvert.parse(content, TSTInfo);
}
