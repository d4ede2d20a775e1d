import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { mayRead } from '#libs/access/policy.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { HistoryRow } from '#libs/projections/dossier-history/history-row.js';
import { dossierHistory } from '#libs/projections/dossier-history/projection.js';
import { listHistory } from '#libs/projections/dossier-history/queries.js';
import { licenceRegister } from '#libs/projections/licence-register/projection.js';
import { findLicence } from '#libs/projections/licence-register/queries.js';
import { HistoryConnection, type HistoryEntry } from '../dossiers/history.js';
import { historyEntryOf, readCursor, writeCursor } from '../dossiers/history.resolver.js';
import { PageArgs, toConnection } from '../graphql/connection.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { ReadModels } from '../reading/read-models.js';

@ArgsType()
class LicenceHistoryArgs extends PageArgs {
  @Field(() => ID, { description: 'The licence.' })
  @Matches(/^[\w.:-]{1,128}$/)
  licenceId!: string;
}

/** The whole life of a licence. */
@Resolver()
export class LicenceHistoryResolver {
  constructor(private readonly readModels: ReadModels) {}

  @Query(() => HistoryConnection, {
    nullable: true,
    description:
      'Everything that happened to a licence. Null when there is none that the signed-in person may see.',
  })
  async licenceHistory(@Args() args: LicenceHistoryArgs, @Asking() { actor }: Asker) {
    const { licenceId, first, after, atLeastPosition } = args;
    const register = await this.readModels.model(licenceRegister, atLeastPosition);
    const licence = await findLicence(register, licenceId as LicenceId);
    if (licence === undefined) return null;
    const subject = { applicant: licence.holder, agency: licence.agency };
    if (!mayRead(actor, { kind: 'Licence', ...subject })) return null;
    const model = await this.readModels.model(dossierHistory, atLeastPosition);
    const asked = { subjectId: licenceId, first: first + 1, afterN: readCursor(after) };
    const rows = await listHistory(model, asked);
    const shown = rows.slice(0, first);
    const inside = mayRead(actor, { kind: 'Deliberation', ...subject });
    const cursors = shown.map((row) => writeCursor(row.n));
    const page = { rows: shown, cursors, hasNextPage: rows.length > first };
    return toConnection<HistoryRow, HistoryEntry>(page, (row) => historyEntryOf(row, inside));
  }
}
