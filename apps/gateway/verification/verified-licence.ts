import type { Backbone } from '#libs/backbone/backbone.js';
import type { Commit } from '#libs/event-store/commit.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { shownDate } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { keptAnswers } from '#libs/procedures/kept-answers.js';
import { licenceFacts } from '#libs/procedures/licence-facts.js';
import type { LiveModels } from '#libs/projections/live-models.js';
import { licenceRegister } from '#libs/projections/licence-register/projection.js';
import { findLicenceByCode } from '#libs/projections/licence-register/queries.js';
import type { LicenceRow } from '#libs/projections/licence-register/register-row.js';
import { ERASED, issuerText, type Shown } from './shown.js';

/** What the public may know of a licence: what is printed on it about its holder's undertaking, and what it is worth now. */
export interface VerifiedLicence {
  readonly status: LicenceRow['stage'];
  /** What the certificate in somebody's hand does not say. */
  readonly changes: readonly LicenceChange[];
  readonly facts: Readonly<
    Record<'number' | 'name' | 'authority' | 'issuedOn' | 'expiresOn' | 'digest', string> &
      Partial<Record<'holder', Shown> & Record<'site' | 'domain', string>>
  >;
  readonly fileUrl: string;
  /** Issued where provisional rules may decide: worth nothing outside. */
  readonly demonstration: boolean;
}

export type LicenceChange = 'amended' | 'extended' | 'reissued';

const changes: Readonly<Partial<Record<LicenceEvent['type'], LicenceChange>>> = {
  LicenceAmended: 'amended',
  LicenceExtended: 'extended',
  LicenceReissued: 'reissued',
};

export type Sources = { readonly backbone: Backbone; readonly models: LiveModels };

export async function findVerified(sources: Sources, code: string): Promise<VerifiedLicence | undefined> {
  const { reader } = sources.backbone;
  const row = await findCertified(sources, code);
  const read = row && (await reader.findDossier(row.dossierId));
  const now = row && (await reader.findLicence(row.licenceId as LicenceId));
  if (!read || !now) return undefined;
  const { licence } = read.procedure;
  const answers = await keptAnswers(sources.backbone.blobs, read.dossier.form);
  return {
    status: row.stage,
    changes: changesIn(now.commits),
    facts: {
      number: row.text,
      name: licence.name.vi,
      authority: issuerText(licence),
      issuedOn: shownDate(row.issuedOn),
      expiresOn: shownDate(row.expiresOn),
      digest: row.certificate,
      ...(answers ? undertaking(licenceFacts(licence.contents ?? [], answers)) : { holder: ERASED }),
    },
    fileUrl: `/verify/${code}/certificate.pdf`,
    demonstration: sources.backbone.books.demonstration,
  };
}

/** Each once, however often it came. */
function changesIn(commits: readonly Pick<Commit, 'events'>[]): readonly LicenceChange[] {
  const types = new Set<string>(commits.flatMap(({ events }) => events.map(({ type }) => type)));
  return Object.entries(changes).flatMap(([type, change]) => (types.has(type) ? [change] : []));
}

export async function findCertified({ models }: Sources, code: string): Promise<LicenceRow | undefined> {
  return findLicenceByCode(await models.model(licenceRegister), code);
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
