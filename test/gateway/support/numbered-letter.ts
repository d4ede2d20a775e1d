import type { LicenceId } from '#libs/kernel/ids.js';
import { key } from './filing.js';
import type { Office } from './office.js';

/** A letter to the holder that orders a remedy, as far as people bring it. Answers its name. */
export async function numberedLetter(office: Office, licenceId: string): Promise<string> {
  const act = async (person: string, name: string, input: object) => {
    const client = await office.as(person);
    const type = name === 'orderRemedy' ? 'AskInput' : 'DocumentInput';
    await client.read(`mutation ($input: ${type}!) { ${name}(input: $input) { position } }`, {
      input: { licenceId, idempotencyKey: key(), ...input },
    });
    const read = await office.backbone.reader.findLicence(licenceId as LicenceId);
    return read?.licence.documents.at(-1)?.id ?? '';
  };
  const dueOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const document = await act('demo-specialist', 'orderRemedy', { subject: 'Chưa ghi nguồn tin', dueOn });
  await act('demo-director', 'approveDocument', { document });
  return act('demo-records', 'allocateDocumentNumber', { document });
}
