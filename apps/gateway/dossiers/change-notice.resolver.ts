import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { SeenDossier } from '../clock/clocks.js';
import type { RequestContext } from '../graphql/request-context.js';
import { Task } from '../inbox/task.js';
import { ChangeNotices, SeenChangeNotice } from './change-notices.js';
import { Deliberation, Draft } from './deliberation.js';

const seen = {
  nullable: true,
  description:
    'Where the dossier tells of another owner or head office: how late that is, before it is noted. Null elsewhere, and afterwards.',
};

@Resolver(() => Deliberation)
export class DeliberationChangeResolver {
  constructor(private readonly notices: ChangeNotices) {}

  @ResolveField(() => SeenChangeNotice, seen)
  changeNotice(
    @Parent() { dossierId }: Deliberation & SeenDossier,
    @Context() context: RequestContext,
  ): Promise<SeenChangeNotice | null> {
    return this.notices.find(context, dossierId);
  }
}

@Resolver(() => Draft)
export class DraftChangeResolver {
  constructor(private readonly notices: ChangeNotices) {}

  @ResolveField(() => SeenChangeNotice, { ...seen, description: `${seen.description} A grant notes it so.` })
  changeNotice(
    @Parent() { dossierId }: Draft & SeenDossier,
    @Context() context: RequestContext,
  ): Promise<SeenChangeNotice | null> {
    return this.notices.find(context, dossierId);
  }
}

@Resolver(() => Task)
export class TaskChangeResolver {
  constructor(private readonly notices: ChangeNotices) {}

  /** Of a list of tasks only those are looked up whose procedure is for such notices. */
  @ResolveField(() => SeenChangeNotice, seen)
  changeNotice(
    @Parent() { dossierId, licenceId, procedureId }: Task,
    @Context() context: RequestContext,
  ): Promise<SeenChangeNotice | null> {
    const isAboutDossier = typeof licenceId !== 'string';
    if (!isAboutDossier || !this.notices.areToldBy(procedureId)) return Promise.resolve(null);
    return this.notices.find(context, dossierId);
  }
}
