import type { Backbone } from '#libs/backbone/backbone.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { licenceFacts } from '#libs/procedures/licence-facts.js';
import type { LiveModels } from '#libs/projections/live-models.js';
import { licenceRegister } from '#libs/projections/licence-register/projection.js';
import { findLicenceByCode } from '#libs/projections/licence-register/queries.js';
import type { LicenceRow } from '#libs/projections/licence-register/register-row.js';
import { issuerText, shownDate } from './shown.js';

/** What the public may know of a licence: what is printed on it about its holder's undertaking, and what it is worth now. */
export interface VerifiedLicence {
  readonly status: LicenceRow['stage'] | 'amended';
  readonly facts: Readonly<
    Record<'number' | 'name' | 'authority' | 'issuedOn' | 'expiresOn' | 'digest', string> &
      Partial<Record<'holder' | 'site' | 'domain', string>>
  >;
  readonly fileUrl: string;
  /** Issued where provisional rules may decide: worth nothing outside. */
  readonly demonstration: boolean;
}

export type Sources = { readonly backbone: Backbone; readonly models: LiveModels };

export async function findVerified(sources: Sources, code: string): Promise<VerifiedLicence | undefined> {
  const row = await findCertified(sources, code);
  const read = row && (await sources.backbone.reader.findDossier(row.dossierId));
  if (!row || !read) return undefined;
  const { licence } = read.procedure;
  const answers = await formAnswers(sources.backbone, read.dossier.form);
  return {
    status: statusOf(row),
    facts: {
      number: row.text,
      name: licence.name.vi,
      authority: issuerText(licence),
      issuedOn: shownDate(row.issuedOn),
      expiresOn: shownDate(row.expiresOn),
      digest: row.certificate,
      ...undertaking(licenceFacts(licence.contents ?? [], answers)),
    },
    fileUrl: `/verify/${code}/certificate.pdf`,
    demonstration: sources.backbone.books.demonstration,
  };
}

/** A certificate alone does not say what an amended licence allows. */
function statusOf({ stage, amendedOn }: LicenceRow): VerifiedLicence['status'] {
  return stage === 'inForce' && amendedOn !== null ? 'amended' : stage;
}

export async function findCertified({ models }: Sources, code: string): Promise<LicenceRow | undefined> {
  return findLicenceByCode(await models.model(licenceRegister), code);
}

async function formAnswers(
  { blobs }: Backbone,
  form: Parameters<Backbone['blobs']['read']>[0],
): Promise<JsonObject> {
  const bytes = await blobs.read(form);
  if (!bytes) return {};
  return (JSON.parse(new TextDecoder().decode(bytes)) as { readonly answers: JsonObject }).answers;
}

/** Never more than these: telephone numbers and people's names are on the paper, not on the page. */
function undertaking({ holder, site }: JsonObject): Partial<Record<'holder' | 'site' | 'domain', string>> {
  return {
    ...named('holder', holder, 'name'),
    ...named('site', site, 'name'),
    ...named('domain', site, 'domain'),
  };
}

function named(name: string, group: JsonObject[string] | undefined, leaf: string): Record<string, string> {
  const value =
    typeof group === 'object' && group !== null && !Array.isArray(group)
      ? (group as JsonObject)[leaf]
      : undefined;
  return typeof value === 'string' ? { [name]: value } : {};
}
