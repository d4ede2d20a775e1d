import { Args, Field, InputType, Int } from '@nestjs/graphql';
import { IsDefined, IsInt, IsOptional, Matches, Min } from 'class-validator';
import { Code, Id, OptionalWords } from './fields.js';

const VERSION =
  'Version of the dossier that the person looked at; when it has changed since, the command is refused.';

/** The one argument of every mutation. */
export function Input(): ParameterDecorator {
  return Args('input', { description: 'What is asked, and the key under which it may be repeated.' });
}

/** What every command carries. */
@InputType({ isAbstract: true })
export class KeyedInput {
  @Field(() => String, {
    description:
      'Chosen by the caller, 8 to 128 characters; repeating it with the same content gives the first answer.',
  })
  @IsDefined()
  @Matches(/^[\w.:-]{8,128}$/)
  idempotencyKey!: string;
}

/** A command that is right whatever happened since the person looked. */
@InputType({ description: 'A command about a dossier that needs nothing else.' })
export class DossierInput extends KeyedInput {
  @Id('The dossier.')
  dossierId!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  @IsOptional()
  @IsInt()
  @Min(0)
  expectedVersion?: number | null;
}

/** A command by which a person judges what they saw: the version seen must be said. */
@InputType({ description: 'A judgement about a dossier as it was seen.' })
export class JudgementInput extends KeyedInput {
  @Id('The dossier.')
  dossierId!: string;

  @Field(() => Int, { description: VERSION })
  @IsDefined()
  @IsInt()
  @Min(0)
  expectedVersion!: number;
}

@InputType({ description: 'A reason from the list of the procedure.' })
export class ReasonInput {
  @Code('Code of the reason in the procedure.')
  code!: string;

  @OptionalWords('What is added to it in this case.')
  note?: string | null;
}
