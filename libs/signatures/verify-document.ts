import { createHash } from 'node:crypto';
import { type PathFault, pathFault, type Trust } from './certificates/certificate-path.js';
import { parsedCertificate } from './certificates/parsed-certificate.js';
import { type ReadSignature, readSignedData } from './cms/read-signed-data.js';
import { type ByteRange, digestOf, roomContents } from './pdf/byte-range.js';
import { BrokenFile, type FileFault } from './pdf/broken-file.js';
import { changesBetween } from './pdf/changes.js';
import { type FoundSignature, open, type Opened } from './pdf/revisions.js';
import { type JudgedStamp, stampFault, type StampFault } from './time-stamp/read-time-stamp.js';

export type DocumentFault =
  | 'notSigned'
  | 'signatureMissing'
  | 'unexpectedSignature'
  | 'rangeBroken'
  | 'signatureUnreadable'
  | 'notPades'
  | 'contentChanged'
  | 'wrongKey'
  | 'otherCertificate'
  | 'paddingChanged'
  | 'structureChanged'
  | 'changedAfterSigning'
  | 'bytesAppended'
  | 'attachmentSwapped'
  | 'attachmentUnreadable'
  | FileFault
  | PathFault
  | StampFault;

export interface Finding {
  readonly code: DocumentFault;
  /** Field of the signature it is about; absent where it is about the file. */
  readonly signature?: string;
  readonly detail?: string;
}

export interface VerifiedSignature {
  readonly field: string;
  readonly signer: string;
  /** SHA-256 of the certificate, lower-case hex. */
  readonly certificate: string;
  readonly claimedAt: string;
  readonly reason: string;
  readonly timeStamped: boolean;
  /** Covers the file up to here. */
  readonly coversBytes: number;
}

export interface Verification {
  readonly valid: boolean;
  readonly findings: readonly Finding[];
  readonly signatures: readonly VerifiedSignature[];
  /** SHA-256 of the whole file, lower-case hex. */
  readonly digest: string;
  readonly attachments: Opened['attachments'];
}

export interface Expectation extends Trust {
  /** Fields that must be there, in this order: those of whoever must have signed. */
  readonly expected?: readonly string[];
}

/** Whether a file is what its signers signed, by every rule at once; each thing that is wrong has its name. */
export function verifyDocument(bytes: Uint8Array, trust: Expectation): Verification {
  const digest = sha256Hex(bytes);
  const nothing = { signatures: [], attachments: [], digest };
  const opened = openedOrFault(bytes);
  if ('code' in opened) return { ...nothing, valid: false, findings: [opened] };
  const judged = opened.signatures.map((signature) => judgeSignature(bytes, signature, trust));
  const findings = [
    ...presenceFindings(opened, trust),
    ...judged.flatMap(({ findings: own }) => own),
    ...revisionFindings(bytes, opened),
    ...attachmentFindings(opened),
  ];
  return {
    valid: findings.length === 0,
    findings,
    signatures: judged.flatMap(({ verified }) => (verified ? [verified] : [])),
    digest,
    attachments: opened.attachments,
  };
}

function openedOrFault(bytes: Uint8Array): Opened | Finding {
  try {
    return open(bytes);
  } catch (error) {
    if (error instanceof BrokenFile) return { code: error.fault, detail: error.what };
    throw error;
  }
}

function presenceFindings({ signatures }: Opened, { expected = [] }: Expectation): Finding[] {
  if (signatures.length === 0) return [{ code: 'notSigned' }];
  const fields = signatures.map(({ field }) => field);
  const missing = expected.flatMap((signature, index) =>
    fields[index] === signature ? [] : [{ code: 'signatureMissing' as const, signature }],
  );
  const more = expected.length === 0 ? [] : fields.filter((field) => !expected.includes(field));
  return [...missing, ...more.map((signature) => ({ code: 'unexpectedSignature' as const, signature }))];
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly verified?: VerifiedSignature;
}

function judgeSignature(bytes: Uint8Array, found: FoundSignature, trust: Trust): Judged {
  const { field: signature, range } = found;
  const only = (code: DocumentFault): Judged => ({ findings: [{ code, signature }] });
  const room = range && range.end <= bytes.length ? roomContents(bytes, range) : undefined;
  if (!range || !room || Buffer.compare(room, found.contents) !== 0) return only('rangeBroken');
  const read = readOrNothing(room);
  if (!read) return only('signatureUnreadable');
  const codes = [
    ...contentFaults(digestOf(bytes, range), read),
    ...formFaults(room, read, found),
    ...certificateFaults(read, found, trust),
  ];
  return { findings: codes.map((code) => ({ code, signature })), verified: verified(found, read, range) };
}

function readOrNothing(room: Uint8Array): ReadSignature | undefined {
  try {
    return readSignedData(room);
  } catch {
    return undefined;
  }
}

function contentFaults(digest: Uint8Array, read: ReadSignature): DocumentFault[] {
  return [
    ...(Buffer.compare(digest, read.messageDigest) === 0 ? [] : (['contentChanged'] as const)),
    ...(read.isValueRight ? [] : (['wrongKey'] as const)),
    ...(read.isBoundToCertificate ? [] : (['otherCertificate'] as const)),
  ];
}

function formFaults(room: Uint8Array, read: ReadSignature, { subFilter }: FoundSignature): DocumentFault[] {
  const isPades = subFilter === 'ETSI.CAdES.detached' && !read.hasSigningTime;
  const padding = room.subarray(read.length);
  const isPadded = Buffer.compare(padding, new Uint8Array(padding.length)) === 0;
  return [
    ...(isPades ? [] : (['notPades'] as const)),
    ...(isPadded ? [] : (['paddingChanged'] as const)),
    ...(read.isCanonical ? [] : (['structureChanged'] as const)),
  ];
}

/** Judged at the time stamp where there is one, else at the claimed moment. */
function certificateFaults(
  read: ReadSignature,
  { claimedAt }: FoundSignature,
  trust: Trust,
): DocumentFault[] {
  const stamp: JudgedStamp = read.timeStamp ? stampFault(read.timeStamp, read.value, trust) : {};
  const at = stamp.at ?? claimedAt ?? new Date(0);
  const path = pathFault(read.certificate, read.others, { ...trust, at, use: 'signsPapers' });
  return [stamp.fault, path].filter((fault) => fault !== undefined);
}

function verified(found: FoundSignature, read: ReadSignature, { end }: ByteRange): VerifiedSignature {
  return {
    field: found.field,
    signer: parsedCertificate(read.certificate).subject.replaceAll('\n', ', '),
    certificate: sha256Hex(read.certificate),
    claimedAt: found.claimedAt?.toISOString() ?? '',
    reason: found.reason,
    timeStamped: read.timeStamp !== undefined,
    coversBytes: end,
  };
}

/** Each signature covers all that was there before it; what came later is one more signature and nothing else. */
function revisionFindings(bytes: Uint8Array, { signatures, states }: Opened): Finding[] {
  const findings: Finding[] = [];
  const ranges = signatures.flatMap(({ field, range }) => (range ? [{ field, end: range.end }] : []));
  if (ranges.length > 0 && Math.max(...ranges.map(({ end }) => end)) !== bytes.length)
    findings.push({ code: 'bytesAppended' });
  const changes = states.map((state, index) => {
    const before = states[index - 1];
    return { end: state.end, changed: before ? changesBetween(before, state) : [] };
  });
  for (const { field: signature, end } of ranges) {
    if (!states.some((state) => state.end === end)) findings.push({ code: 'rangeBroken', signature });
    const changed = changes.filter((one) => one.end > end).flatMap((one) => one.changed);
    if (changed.length > 0)
      findings.push({ code: 'changedAfterSigning', signature, detail: [...new Set(changed)].join(', ') });
  }
  return findings;
}

/** The identifier of one of our files is derived from the facts that travel in it. */
function attachmentFindings({ attachments, faults, id }: Opened): Finding[] {
  const unreadable = faults.map(({ name, why }) => ({
    code: 'attachmentUnreadable' as const,
    detail: `${name}: ${why}`,
  }));
  const swapped = attachments.flatMap(({ name, bytes }) =>
    sha256Hex(bytes).startsWith(id) && id !== ''
      ? []
      : [{ code: 'attachmentSwapped' as const, detail: name }],
  );
  return [...unreadable, ...swapped];
}

function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
