import type { LicenceId } from '#libs/kernel/ids.js';
import { key } from './filing.js';
import type { Office } from './office.js';

interface Answered {
  readonly position: number | null;
  readonly refusal: {
    readonly name: string;
    readonly message: { readonly vi: string };
    readonly details: Readonly<Record<string, unknown>>;
  } | null;
}

const types: Readonly<Record<string, string>> = {
  demandReport: 'AskInput',
  liftSuspension: 'LicenceReasonInput',
  orderRemedy: 'AskInput',
  acceptReport: 'ObligationInput',
  returnReport: 'ObligationReasonInput',
  allocateDocumentNumber: 'DocumentInput',
  claimInspection: 'InspectionInput',
  releaseInspection: 'InspectionInput',
};

/** Gives a command about a licence over GraphQL. */
export async function actOn(
  office: Office,
  licenceId: LicenceId,
  [person, name, input = {}]: readonly [person: string, name: string, input?: object],
): Promise<Answered> {
  const client = await office.as(person);
  const type = types[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { [name]: payload } = await client.read<Record<string, Answered>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { position refusal { name message { vi } details } } }`,
    { input: { licenceId, idempotencyKey: key(), ...input } },
  );
  return payload as Answered;
}
