import { Args, ArgsType, Context, Field, ID, Int, Resolver, Subscription } from '@nestjs/graphql';
import { IsInt, IsOptional, Matches, Min } from 'class-validator';
import { mayRead } from '#libs/access/policy.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { dossierDetails } from '#libs/projections/dossier-details/projection.js';
import { findDossier } from '#libs/projections/dossier-details/queries.js';
import type { Move } from '#libs/projections/dossier-history/queries.js';
import { subjectOf } from '../dossiers/dossier-view.js';
import { Problem } from '../graphql/problem.js';
import { askerOf, type RunningContext } from '../graphql/request-context.js';
import { Parts } from '../parts.js';
import { ReadModels } from '../reading/read-models.js';
import { listeningUntil } from './listening.js';
import { DossierMove } from './live.js';
import { Moves } from './moves.js';

@ArgsType()
class InboxChangedArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'Position of the last move seen: what happened since is told first. Without it: from now on.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  afterPosition?: number | null;
}

@ArgsType()
class DossierMovedArgs extends InboxChangedArgs {
  @Field(() => ID, { description: 'The dossier.' })
  @Matches(/^[\w.:-]{1,128}$/)
  id!: string;
}

const asItIs = { resolve: (move: DossierMove) => move };

/** Live updates over server-sent events. */
@Resolver()
export class LiveResolver {
  constructor(
    private readonly parts: Parts,
    private readonly moves: Moves,
    private readonly readModels: ReadModels,
  ) {}

  @Subscription(() => DossierMove, { ...asItIs, description: 'Everything that happens to one dossier.' })
  async *dossierMoved(
    @Args() { id, afterPosition }: DossierMovedArgs,
    @Context() context: RunningContext,
  ): AsyncGenerator<DossierMove> {
    const { actor } = askerOf(context);
    if (!(await this.isVisible(actor, id)))
      throw new Problem('NOT_FOUND', 'There is no such dossier for you.');
    for await (const move of this.moves.after(
      afterPosition ?? undefined,
      listeningUntil(context, this.parts.stopping.signal),
    )) {
      if (move.subjectId === id && (await this.isVisible(actor, id))) yield moveOf(move);
    }
  }

  @Subscription(() => DossierMove, {
    ...asItIs,
    description: 'Moves of dossiers that the signed-in person may see: time to look at the inbox again.',
  })
  async *inboxChanged(
    @Args() { afterPosition }: InboxChangedArgs,
    @Context() context: RunningContext,
  ): AsyncGenerator<DossierMove> {
    const { actor } = askerOf(context);
    for await (const move of this.moves.after(
      afterPosition ?? undefined,
      listeningUntil(context, this.parts.stopping.signal),
    )) {
      if (move.subject === 'dossier' && (await this.isVisible(actor, move.subjectId))) yield moveOf(move);
    }
  }

  /** Also to an agency whose opinion is no longer awaited: its task has just gone. */
  private async isVisible(actor: Actor, id: string): Promise<boolean> {
    const row = await findDossier(await this.readModels.model(dossierDetails), id as DossierId);
    if (row === undefined) return false;
    const asked = row.opinions.map(({ agency }) => agency);
    return mayRead(actor, { ...subjectOf(row), consulted: [...row.consulted, ...asked] });
  }
}

function moveOf({ subjectId, position, version, stageBefore, stageAfter }: Move): DossierMove {
  return { dossierId: subjectId, position, version, stageBefore, stageAfter };
}
