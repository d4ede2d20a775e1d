/** What may be uploaded. Judged by the first bytes; what a sender says about a file is not asked. */
export type MediaType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** As many bytes as the longest signature needs. */
export const SNIFFED_BYTES = 64;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** Names of the first entry that Word and its peers write; any other archive is refused. */
const WORD_ENTRIES = ['[Content_Types].xml', '_rels/.rels', 'word/', 'docProps/'];
const ZIP_NAME_OFFSET = 30;

export function sniffMediaType(head: Buffer): MediaType | undefined {
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (startsWith(head, PNG)) return 'image/png';
  if (startsWith(head, JPEG)) return 'image/jpeg';
  return isWordDocument(head)
    ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    : undefined;
}

function isWordDocument(head: Buffer): boolean {
  if (!startsWith(head, ZIP) || head.length < ZIP_NAME_OFFSET) return false;
  const name = head.subarray(ZIP_NAME_OFFSET).toString('latin1');
  return WORD_ENTRIES.some((entry) => name.startsWith(entry));
}

function startsWith(head: Buffer, signature: Buffer): boolean {
  return head.subarray(0, signature.length).equals(signature);
}
