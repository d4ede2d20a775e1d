import type { LicenceId } from '#libs/kernel/ids.js';
import type { Licensed } from './licensed.js';
import type { Office } from './office.js';

/** The key under which it was asked for. */
export const DEMANDED_AS = 'the-report-was-demanded';

/** A report on demand that the licence owes: its id. */
export async function demanded(office: Office, { licenceId }: Licensed): Promise<string> {
  const specialist = await office.as('demo-specialist');
  const dueOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await specialist.read('mutation ($input: AskInput!) { demandReport(input: $input) { position } }', {
    input: { licenceId, idempotencyKey: DEMANDED_AS, subject: 'Nguồn tin', dueOn },
  });
  const read = await office.backbone.reader.findLicence(licenceId as LicenceId);
  return read?.licence.asked[0]?.obligation ?? '';
}
