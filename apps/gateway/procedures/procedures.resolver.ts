import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString, Matches } from 'class-validator';
import { localDateOf, type LocalDate } from '#libs/kernel/time.js';
import { JsonObjectScalar, LocalDateScalar } from '../graphql/scalars.js';
import { Parts } from '../parts.js';
import { Procedure, ProcedureForm, procedureOf } from './procedure-view.js';

@ArgsType()
class ProcedureArgs {
  @Field(() => ID, { description: 'Id of the procedure.' })
  @Matches(/^[\w.-]{1,128}$/)
  id!: string;

  @Field(() => String, { nullable: true, description: 'A version; without it the one in force on a day.' })
  @IsOptional()
  @Matches(/^[\w.-]{1,64}$/)
  version?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; without it today.' })
  @IsOptional()
  @IsString()
  on?: string | null;
}

/** What one can apply for, and by which rules. Open to all. */
@Resolver(() => Procedure)
export class ProceduresResolver {
  constructor(private readonly parts: Parts) {}

  @Query(() => [Procedure], { description: 'All versions of all procedures (danh mục thủ tục).' })
  procedures(): Procedure[] {
    return this.parts.backbone.books.procedures.list().map(procedureOf);
  }

  @Query(() => Procedure, { nullable: true, description: 'One version of a procedure.' })
  procedure(@Args() { id, version, on }: ProcedureArgs): Procedure | null {
    const { books, clock } = this.parts.backbone;
    const day = (on ?? localDateOf(clock.now())) as LocalDate;
    const found =
      typeof version === 'string' ? books.procedures.find({ id, version }) : books.procedures.on(id, day);
    return found === undefined ? null : procedureOf(found);
  }
}

@Resolver(() => ProcedureForm)
export class ProcedureFormResolver {
  constructor(private readonly parts: Parts) {}

  @ResolveField(() => JsonObjectScalar, { nullable: true, description: 'The JSON Schema of the answers.' })
  schema(@Parent() form: ProcedureForm): unknown {
    return this.parts.backbone.forms.schema(form) ?? null;
  }
}
