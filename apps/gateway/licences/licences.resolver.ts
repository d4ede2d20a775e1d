import { Args, ArgsType, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsInt, IsOptional, Matches, Min } from 'class-validator';
import { mayRead } from '#libs/access/policy.js';
import { dossierScope } from '#libs/access/scopes.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import { licenceRegister } from '#libs/projections/licence-register/projection.js';
import {
  findLicence,
  listRegister,
  type RegisterFilter,
} from '#libs/projections/licence-register/queries.js';
import type { LicenceRow, RegisterRow } from '#libs/projections/licence-register/register-row.js';
import { stated, type Stated } from '../commands/stated.js';
import { PageArgs, toConnection } from '../graphql/connection.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { Names } from '../people/names.js';
import { Person } from '../people/person.js';
import { ReadModels } from '../reading/read-models.js';
import {
  Licence,
  RegisterArgs,
  RegisterConnection,
  type RegisterEntry,
  type RegisterFilterInput,
} from './licence.js';

@ArgsType()
class LicenceArgs {
  @Field(() => ID, { description: 'Id of the licence.' })
  @Matches(/^[\w.:-]{1,128}$/)
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The answer must have seen this position of the log.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  atLeastPosition?: number | null;
}

/** The register of licences. */
@Resolver(() => Licence)
export class LicencesResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly names: Names,
  ) {}

  @Query(() => Licence, {
    nullable: true,
    description: 'A licence by its id. Null when there is none that the signed-in person may see.',
  })
  async licence(
    @Args() { id, atLeastPosition }: LicenceArgs,
    @Asking() { actor }: Asker,
  ): Promise<Licence | null> {
    return this.find(actor, { id, atLeastPosition: atLeastPosition ?? null });
  }

  @Query(() => RegisterConnection, {
    description:
      'The register of licences, voided numbers included; holders see their own (sổ đăng ký giấy phép).',
  })
  async licenceRegister(@Args() args: RegisterArgs, @Asking() { actor }: Asker) {
    const { first, after, filter } = stated(args);
    const model = await this.readModels.model(licenceRegister, args.atLeastPosition);
    const page = await listRegister(model, {
      first,
      sight: dossierScope(actor),
      ...(after === undefined ? {} : { after }),
      ...(filter === undefined ? {} : { filter: filterOf(filter) }),
    });
    return toConnection<RegisterRow, RegisterEntry>(page, entryOf);
  }

  @Query(() => RegisterConnection, {
    description: 'The licences that the signed-in person holds, the newest first (giấy phép của tôi).',
  })
  async myLicences(@Args() { first, after, atLeastPosition }: PageArgs, @Asking() { actor }: Asker) {
    const model = await this.readModels.model(licenceRegister, atLeastPosition);
    const page = await listRegister(model, {
      first,
      sight: { all: false, applicant: actor.id },
      filter: { entry: 'licence' },
      ...(typeof after === 'string' ? { after } : {}),
    });
    return toConnection<RegisterRow, RegisterEntry>(page, entryOf);
  }

  @ResolveField(() => Person, { description: 'Who holds it.' })
  holder(@Parent() licence: Licence): Promise<Person> {
    return this.names.person(licence.holderId);
  }

  async find(
    actor: Actor,
    { id, atLeastPosition }: { readonly id: string; readonly atLeastPosition: number | null },
  ): Promise<Licence | null> {
    const model = await this.readModels.model(licenceRegister, atLeastPosition);
    const row = await findLicence(model, id as LicenceId);
    if (row === undefined) return null;
    const subject = { kind: 'Licence', applicant: row.holder, agency: row.agency } as const;
    return mayRead(actor, subject) ? licenceOf(row) : null;
  }
}

/** Printed numbers are stored in composed letters; some keyboards type Đ and Ê in pieces. */
function filterOf({ number, stage, ...filter }: Stated<RegisterFilterInput>): RegisterFilter {
  return {
    ...filter,
    ...(stage === undefined ? {} : { stages: [stage] }),
    ...(number === undefined ? {} : { text: number.normalize('NFC') }),
  };
}

function licenceOf({ licenceId, holder, ...row }: LicenceRow): Licence {
  return { ...row, id: licenceId, holderId: holder };
}

function entryOf(row: RegisterRow): RegisterEntry {
  const { entry: kind, text, agency, issuedOn, dossierId } = row;
  const common = { kind, text, agency, issuedOn, dossierId };
  return row.entry === 'void'
    ? { ...common, voidReason: row.reason }
    : { ...common, licence: licenceOf(row) };
}
