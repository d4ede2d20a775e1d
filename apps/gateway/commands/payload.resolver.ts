import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asking, type Asker } from '../graphql/request-context.js';
import { Dossier } from '../dossiers/dossier.js';
import { DossiersResolver } from '../dossiers/dossiers.resolver.js';
import { CommandPayload, SubmitDossierPayload } from './command-payload.js';

/** The dossier is read only when it is asked for, and as it is after the command. */
@Resolver(() => CommandPayload)
export class CommandPayloadResolver {
  constructor(private readonly dossiers: DossiersResolver) {}

  @ResolveField(() => Dossier, {
    nullable: true,
    description: 'The dossier after the command, or as it is when the command was refused.',
  })
  dossier(@Parent() payload: CommandPayload, @Asking() asker: Asker) {
    return dossierAfter(this.dossiers, payload, asker);
  }
}

@Resolver(() => SubmitDossierPayload)
export class SubmitDossierPayloadResolver {
  constructor(private readonly dossiers: DossiersResolver) {}

  @ResolveField(() => Dossier, { nullable: true, description: 'The dossier that was filed.' })
  dossier(@Parent() payload: SubmitDossierPayload, @Asking() asker: Asker) {
    return dossierAfter(this.dossiers, payload, asker);
  }
}

function dossierAfter(dossiers: DossiersResolver, { dossierId: id, position }: CommandPayload, asker: Asker) {
  return dossiers.dossier({ id, atLeastPosition: position ?? null }, asker);
}
