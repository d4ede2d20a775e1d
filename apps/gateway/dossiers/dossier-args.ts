import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Stage } from '#libs/dossier/state.js';
import type { Instant } from '#libs/kernel/time.js';
import { PageArgs } from '../graphql/connection.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { StageTerms } from './stage.js';

@ArgsType()
export class DossierArgs {
  @Field(() => ID, { nullable: true, description: 'Id of the dossier.' })
  @IsOptional()
  @Matches(/^[\w.:-]{1,128}$/)
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Or its code (mã hồ sơ).' })
  @IsOptional()
  @Matches(/^[\w.-]{1,64}$/)
  code?: string | null;

  @Field(() => Int, { nullable: true, description: 'The answer must have seen this position of the log.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  atLeastPosition?: number | null;
}

@InputType({ description: 'Which dossiers a list shows.' })
export class DossierFilterInput {
  @Field(() => [StageTerms], { nullable: true, description: 'In one of these stages.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(Object.values(StageTerms), { each: true })
  stages?: Stage[] | null;

  @Field(() => String, { nullable: true, description: 'Of this procedure.' })
  @IsOptional()
  @Matches(/^[\w.-]{1,128}$/)
  procedureId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only open ones. False: only closed ones.' })
  @IsOptional()
  @IsBoolean()
  open?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Whose result is due before this instant.' })
  @IsOptional()
  @IsString()
  dueBefore?: Instant | null;
}

@ArgsType()
export class DossiersArgs extends PageArgs {
  @Field(() => DossierFilterInput, { nullable: true, description: 'Which dossiers.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DossierFilterInput)
  filter?: DossierFilterInput | null;
}
