/** What a delivery status notification says of one mail (RFC 3464). */
export interface ReturnedMail {
  /** Our key of the message, from the `Message-ID` of the original. */
  readonly messageId?: string;
  readonly recipient?: string;
  /** Nobody will try again. */
  readonly final: boolean;
  /** As `5.1.1`. */
  readonly status: string;
}

const STATUS = /^\s*(\d\.\d{1,3}\.\d{1,3})/u;
const OUR_ID = /<([0-9a-f]{40})@[^>\s]+>/u;
const REPORTS = ['message/delivery-status', 'message/global-delivery-status'];
const HEADERS = ['text/rfc822-headers', 'message/rfc822', 'message/global', 'message/global-headers'];

/** Undefined for a mail that is no report on a delivery. The parser is loaded with the first one. */
export async function readReturnedMail(source: Uint8Array): Promise<ReturnedMail | undefined> {
  const { simpleParser } = await import('mailparser');
  const { attachments } = await simpleParser(Buffer.from(source), { keepDeliveryStatus: true });
  const contentOf = (types: readonly string[]): string | undefined =>
    attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('utf8');
  const report = contentOf(REPORTS);
  return report === undefined ? undefined : returned(fieldsOf(report), fieldsOf(contentOf(HEADERS) ?? ''));
}

type Fields = ReadonlyMap<string, string>;

function returned(report: Fields, original: Fields): ReturnedMail {
  const messageId = OUR_ID.exec(fieldIn(original, 'message-id'))?.[1];
  const recipient = addressIn(report.get('original-recipient') ?? fieldIn(report, 'final-recipient'));
  return {
    ...(messageId && { messageId }),
    ...(recipient && { recipient }),
    final: fieldIn(report, 'action').toLowerCase() === 'failed',
    status: STATUS.exec(fieldIn(report, 'status'))?.[1] ?? 'unknown',
  };
}

function fieldIn(fields: Fields, name: string): string {
  return fields.get(name) ?? '';
}

/** Fields of all groups by name, the first of each: our mails go to one address. Folded lines are put together. */
function fieldsOf(text: string): Fields {
  const fields = new Map<string, string>();
  for (const line of text.replaceAll(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** `rfc822; an@example.vn` */
function addressIn(field: string): string {
  return field
    .slice(field.indexOf(';') + 1)
    .trim()
    .replace(/^<|>$/gu, '');
}
