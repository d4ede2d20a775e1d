import { Args, Field, ID, ArgsType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { mayRead } from '#libs/access/policy.js';
import { isRole } from '#libs/access/permissions.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { dossierDetails } from '#libs/projections/dossier-details/projection.js';
import { findDossier } from '#libs/projections/dossier-details/queries.js';
import type { HistoryRow } from '#libs/projections/dossier-history/history-row.js';
import { dossierHistory } from '#libs/projections/dossier-history/projection.js';
import { listHistory } from '#libs/projections/dossier-history/queries.js';
import { PageArgs, toConnection } from '../graphql/connection.js';
import { Problem } from '../graphql/problem.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { Names } from '../people/names.js';
import { Person } from '../people/person.js';
import { ReadModels } from '../reading/read-models.js';
import { subjectOf } from './dossier-view.js';
import { HistoryConnection, HistoryEntry } from './history.js';

@ArgsType()
class HistoryArgs extends PageArgs {
  @Field(() => ID, { description: 'The dossier.' })
  @Matches(/^[\w.:-]{1,128}$/)
  dossierId!: string;
}

/** Who did what when, under which rule. */
@Resolver(() => HistoryEntry)
export class HistoryResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly names: Names,
  ) {}

  @Query(() => HistoryConnection, {
    nullable: true,
    description:
      'Everything that was done about a dossier. Null when there is none that the signed-in person may see.',
  })
  async dossierHistory(@Args() args: HistoryArgs, @Asking() { actor }: Asker) {
    const { dossierId, first, after, atLeastPosition } = args;
    const details = await this.readModels.model(dossierDetails, atLeastPosition);
    const dossier = await findDossier(details, dossierId as DossierId);
    if (dossier === undefined || !mayRead(actor, subjectOf(dossier))) return null;
    const model = await this.readModels.model(dossierHistory, atLeastPosition);
    const afterN = readCursor(after);
    const rows = await listHistory(model, { subjectId: dossierId, first: first + 1, afterN });
    const shown = rows.slice(0, first);
    const inside = mayRead(actor, { ...subjectOf(dossier), kind: 'Deliberation' });
    const page = {
      rows: shown,
      cursors: shown.map((row) => writeCursor(row.n)),
      hasNextPage: rows.length > first,
    };
    return toConnection<HistoryRow, HistoryEntry>(page, (row) => historyEntryOf(row, inside));
  }

  @ResolveField(() => Person, { description: 'Who acted.' })
  actor(@Parent() entry: HistoryEntry): Promise<Person> {
    return this.names.person(entry.actorId);
  }
}

/** The sentences are for everybody who may see the dossier; what the log keeps is for the office and auditors. */
export function historyEntryOf(
  { actor, events, ...row }: Omit<HistoryRow, '_id' | 'subject' | 'subjectId'>,
  inside: boolean,
): HistoryEntry {
  return {
    ...row,
    actorId: actor.id,
    actorRoles: actor.roles.filter(isRole),
    ...(actor.agency === undefined ? {} : { actorAgency: actor.agency }),
    events: inside ? events : events.map(({ type, sentence }) => ({ type, sentence })),
  };
}

export function writeCursor(n: number): string {
  return Buffer.from(`n${n}`).toString('base64url');
}

export function readCursor(cursor: string | null | undefined): number {
  if (typeof cursor !== 'string') return 0;
  const n = /^n(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (n === undefined) throw new Problem('BAD_USER_INPUT', 'The cursor was not given by this list.');
  return Number(n);
}
