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

function judge(token: Uint8Array, value: Uint8Array, { roots }: Trust): JudgedStamp {
  const content = contentOf(token);
  const { genTime: at, messageImprint } = AsnConvert.parse(content, TSTInfo);
  const imprint = new Uint8Array(messageImprint.hashedMessage.buffer);
  if (Buffer.compare(imprint, sha256(value)) !== 0) return { fault: 'timeStampOfOther' };
  const read = readSignedData(token);
  const isRight = read.isValueRight && Buffer.compare(read.messageDigest, sha256(content)) === 0;
  if (!isRight) return { fault: 'timeStampWrong' };
  const fault: PathFault | undefined = pathFault(read.certificate, read.others, { roots, at });
  return fault ? { fault: 'timeStampUntrusted' } : { at };
}

function contentOf(token: Uint8Array): Uint8Array {
  const data = AsnConvert.parse(AsnConvert.parse(token, ContentInfo).content, SignedData);
  const content = data.encapContentInfo.eContent?.single;
  if (!content) throw new TypeError('an empty time stamp');
  return new Uint8Array(content.buffer);
}
