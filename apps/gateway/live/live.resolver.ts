import { Args, ArgsType, Context, Field, ID, Int, Resolver, Subscription } from '@nestjs/graphql';
import { IsInt, IsOptional, Matches, Min } from 'class-validator';
import { mayRead } from '#libs/access/policy.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import { dossierDetails } from '#libs/projections/dossier-details/projection.js';
import { findDossier } from '#libs/projections/dossier-details/queries.js';
import { licenceRegister } from '#libs/projections/licence-register/projection.js';
import { findLicence } from '#libs/projections/licence-register/queries.js';
import type { Move } from '#libs/projections/dossier-history/queries.js';
import { subjectOf } from '../dossiers/dossier-view.js';
import { Problem } from '../graphql/problem.js';
import { askerOf, type RunningContext } from '../graphql/request-context.js';
import { Parts } from '../parts.js';
import { ReadModels } from '../reading/read-models.js';
import { listeningUntil } from './listening.js';
import { DossierMove, InboxMove } from './live.js';
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

const asItIs = { resolve: (move: DossierMove | InboxMove) => move };

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

  @Subscription(() => InboxMove, {
    ...asItIs,
    description:
      'Moves of dossiers and licences that the signed-in person may see: time to look at the inbox again.',
  })
  async *inboxChanged(
    @Args() { afterPosition }: InboxChangedArgs,
    @Context() context: RunningContext,
  ): AsyncGenerator<InboxMove> {
    const { actor } = askerOf(context);
    for await (const move of this.moves.after(
      afterPosition ?? undefined,
      listeningUntil(context, this.parts.stopping.signal),
    )) {
      const { subject, subjectId } = move;
      const isSeen = subject === 'dossier' ? this.isVisible(actor, subjectId) : this.isHeld(actor, subjectId);
      if (await isSeen) yield inboxMoveOf(move);
    }
  }

  private async isHeld(actor: Actor, id: string): Promise<boolean> {
    const row = await findLicence(await this.readModels.model(licenceRegister), id as LicenceId);
    return (
      row !== undefined && mayRead(actor, { kind: 'Licence', applicant: row.holder, agency: row.agency })
    );
  }

  /** Also to an agency whose opinion is no longer awaited: its task has just gone. */
  private async isVisible(actor: Actor, id: string): Promise<boolean> {
    const row = await findDossier(await this.readModels.model(dossierDetails), id as DossierId);
    if (row === undefined) return false;
    const asked = row.opinions.map(({ agency }) => agency);
    return mayRead(actor, { ...subjectOf(row), consulted: [...row.consulted, ...asked] });
  }
}

function inboxMoveOf({ subject, subjectId, position, version, stageBefore, stageAfter }: Move): InboxMove {
  const [dossierId, licenceId] = subject === 'dossier' ? [subjectId, null] : [null, subjectId];
  return { dossierId, licenceId, position, version, stageBefore, stageAfter };
}

function moveOf({ subjectId, position, version, stageBefore, stageAfter }: Move): DossierMove {
  return { dossierId: subjectId, position, version, stageBefore, stageAfter };
}
