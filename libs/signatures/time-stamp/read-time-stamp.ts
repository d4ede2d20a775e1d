import { ContentInfo, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { TSTInfo } from '@peculiar/asn1-tsp';
import { type PathFault, pathFault, type Trust } from '../certificates/certificate-path.js';
import { sha256 } from '../cms/attributes.js';
import { readSignedData } from '../cms/read-signed-data.js';

export type StampFault = 'timeStampUnreadable' | 'timeStampOfOther' | 'timeStampWrong' | 'timeStampUntrusted';

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
    const { nonce: named } = AsnConvert.parse(contentOf(token), TSTInfo);
    const isOurs = named !== undefined && Buffer.compare(new Uint8Array(named), nonce) === 0;
    return isOurs && formFault(token, value) === undefined;
  } catch {
    return false;
  }
}

function formFault(token: Uint8Array, value: Uint8Array): StampFault | undefined {
  const content = contentOf(token);
  const { messageImprint } = AsnConvert.parse(content, TSTInfo);
  const imprint = new Uint8Array(messageImprint.hashedMessage.buffer);
  if (Buffer.compare(imprint, sha256(value)) !== 0) return 'timeStampOfOther';
  const read = readSignedData(token);
  const isRight = read.isValueRight && Buffer.compare(read.messageDigest, sha256(content)) === 0;
  return isRight ? undefined : 'timeStampWrong';
}

function judge(token: Uint8Array, value: Uint8Array, { roots }: Trust): JudgedStamp {
  const wrong = formFault(token, value);
  if (wrong) return { fault: wrong };
  const { genTime: at } = AsnConvert.parse(contentOf(token), TSTInfo);
  const read = readSignedData(token);
  const fault: PathFault | undefined = pathFault(read.certificate, read.others, { roots, at });
  return fault ? { fault: 'timeStampUntrusted' } : { at };
}

function contentOf(token: Uint8Array): Uint8Array {
  const data = AsnConvert.parse(AsnConvert.parse(token, ContentInfo).content, SignedData);
  const content = data.encapContentInfo.eContent?.single;
  if (!content) throw new TypeError('an empty time stamp');
  return new Uint8Array(content.buffer);
}
