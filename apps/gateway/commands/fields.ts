import { applyDecorators } from '@nestjs/common';
import { Field, ID, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import { LocalDateScalar } from '../graphql/scalars.js';

/** The fields of inputs: each says in one line what GraphQL shows and what class-validator guards. */

const SHORT = 200;
const LONG = 4000;
const MOST = 100;

/** What the log can keep: no lone surrogates, no control characters but line breaks and tabs. */
function isPlainText(value: unknown): boolean {
  return typeof value === 'string' && !/[\p{Cc}\p{Cs}]/u.test(value.replaceAll(/[\n\r\t]/g, ''));
}

function PlainText(max: number): PropertyDecorator {
  const wellFormed = {
    name: 'isPlainText',
    validator: { validate: isPlainText, defaultMessage: () => '$property must be plain text' },
  };
  return applyDecorators(IsString(), MaxLength(max), ValidateBy(wellFormed));
}

export function Line(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => String, { description }),
    IsDefined(),
    MinLength(1),
    PlainText(SHORT),
  );
}

export function Words(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => String, { description }),
    IsDefined(),
    MinLength(1),
    PlainText(LONG),
  );
}

export function OptionalWords(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => String, { description, nullable: true }),
    IsOptional(),
    PlainText(LONG),
  );
}

export function OptionalLine(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => String, { description, nullable: true }),
    IsOptional(),
    PlainText(SHORT),
  );
}

/** An identifier of ours, of a person, an agency or a coded value. */
export function Code(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => String, { description }),
    IsDefined(),
    Matches(/^[\p{L}\p{N}._:@|-]{1,128}$/u),
  );
}

export function Id(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => ID, { description }),
    IsDefined(),
    Matches(/^[\w.:-]{1,128}$/),
  );
}

export function DigestField(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => String, { description }),
    IsDefined(),
    Matches(/^[0-9a-f]{64}$/),
  );
}

export function OptionalDigest(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => String, { description, nullable: true }),
    IsOptional(),
    Matches(/^[0-9a-f]{64}$/),
  );
}

export function WholeNumber(description: string, [min, max]: readonly [number, number]): PropertyDecorator {
  return applyDecorators(
    Field(() => Int, { description }),
    IsDefined(),
    IsInt(),
    Min(min),
    Max(max),
  );
}

export function OptionalNumber(
  description: string,
  [min, max]: readonly [number, number],
): PropertyDecorator {
  return applyDecorators(
    Field(() => Int, { description, nullable: true }),
    IsOptional(),
    IsInt(),
    Min(min),
    Max(max),
  );
}

export function Flag(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => Boolean, { description }),
    IsDefined(),
    IsIn([true, false]),
  );
}

export function Day(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => LocalDateScalar, { description }),
    IsDefined(),
    IsString(),
  );
}

export function OptionalDay(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => LocalDateScalar, { description, nullable: true }),
    IsOptional(),
    IsString(),
  );
}

export function Term(terms: Readonly<Record<string, string>>, description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => terms, { description }),
    IsDefined(),
    IsIn(Object.values(terms)),
  );
}

/** Beside the field that stands with it, exactly one of two others is said. */
export function BesideOneOf(one: string, other: string): PropertyDecorator {
  const said = (item: object, name: string): boolean => (Reflect.get(item, name) ?? null) !== null;
  const exactlyOne = {
    name: 'besideOneOf',
    validator: {
      validate: (_value: unknown, at?: ValidationArguments) =>
        at !== undefined && said(at.object, one) !== said(at.object, other),
      defaultMessage: () => `either ${one} or ${other} must be given, not both`,
    },
  };
  return ValidateBy(exactlyOne);
}

type Constructor = new () => object;

export function ListOf(item: () => Constructor, description: string, least = 0): PropertyDecorator {
  return applyDecorators(
    Field(() => [item()], { description }),
    IsDefined(),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(MOST),
    ValidateNested({ each: true }),
    Type(item),
  );
}
