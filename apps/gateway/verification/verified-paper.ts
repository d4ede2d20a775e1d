import type { GivenPaper } from '#libs/dossier/given-papers.js';
import type { SlipKind } from '#libs/documents/slips.js';
import { dossierPapers } from '#libs/projections/dossier-papers/projection.js';
import type { PaperRow } from '#libs/projections/dossier-papers/paper-row.js';
import { findPaperByCode } from '#libs/projections/dossier-papers/queries.js';
import { slipNumber } from '../records/slip-facts.js';
import { issuerText, shownDate } from './shown.js';
import type { Sources } from './verified-licence.js';

/** A slip or letter of a dossier: that it was given out, and what it is; whom it concerns its own text says. */
export interface VerifiedPaper {
  readonly kind: GivenPaper;
  readonly facts: Readonly<Record<'number' | 'authority' | 'issuedOn', string>> &
    Readonly<Partial<Record<'dossier' | 'digest', string>>>;
  readonly fileUrl: string;
  readonly demonstration: boolean;
}

export async function findVerifiedPaper(sources: Sources, code: string): Promise<VerifiedPaper | undefined> {
  const { books } = sources.backbone;
  const row = await findGiven(sources, code);
  const procedure = row && books.procedures.find(row.procedure);
  if (!row || !procedure) return undefined;
  const { kind, dossierCode, file } = row;
  const facts = {
    number: numberOf(row),
    authority: issuerText(procedure.licence),
    issuedOn: shownDate(row.givenOn),
    ...(dossierCode !== null && { dossier: dossierCode }),
    ...(file !== null && { digest: file }),
  };
  return { kind, facts, fileUrl: `/verify/${code}/document.pdf`, demonstration: books.demonstration };
}

export async function findGiven(
  { models }: Pick<Sources, 'models'>,
  code: string,
): Promise<PaperRow | undefined> {
  return findPaperByCode(await models.model(dossierPapers), code);
}

/** What is drawn from the log when it is asked for; a letter was signed and lies in the store. */
export function slipIn({
  kind,
  position,
}: PaperRow): { readonly kind: SlipKind; readonly position: number } | undefined {
  return kind === 'denial' || kind === 'forwarding' ? undefined : { kind, position };
}

function numberOf(row: PaperRow): string {
  const slip = slipIn(row);
  return slip ? slipNumber(slip.kind, slip.position) : (row.number ?? '');
}
