import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import type { LocalDate } from '#libs/kernel/time.js';
import type { LicenceRow, RegisterRow } from '#libs/projections/licence-register/register-row.js';
import { connectionOf, PageArgs } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { LocalDateScalar } from '../graphql/scalars.js';
import { registerTerms } from '../graphql/terms.js';
import { Text } from '../graphql/text.js';

const LicenceStageTerms = registerTerms<LicenceRow['stage']>('LicenceStage', 'Whether a licence holds.', {
  inForce: { vi: 'còn hiệu lực', en: 'in force' },
  expired: { vi: 'hết hiệu lực', en: 'expired' },
  suspended: { vi: 'bị đình chỉ', en: 'suspended' },
  revoked: { vi: 'bị thu hồi', en: 'revoked' },
  returned: { vi: 'đã trả lại', en: 'returned by its holder' },
  replaced: { vi: 'đã được thay thế', en: 'replaced by another' },
});

const RegisterEntryKindTerms = registerTerms<RegisterRow['entry']>(
  'RegisterEntryKind',
  'What a number stands for.',
  {
    licence: { vi: 'giấy phép', en: 'a licence' },
    void: { vi: 'số đã hủy', en: 'nothing: the number was voided' },
  },
);

@ObjectType('Licence', { implements: () => [Node], description: 'A licence that was issued (giấy phép).' })
export class Licence extends Node {
  @Field(() => Int, { description: 'Version of the licence.' })
  version!: number;

  @Field(() => LicenceStageTerms, { description: 'Whether it holds.' })
  stage!: LicenceRow['stage'];

  @Field(() => String, { description: 'Number as printed.' })
  text!: string;

  @Field(() => Text, { description: 'Kind of licence.' })
  name!: Text;

  @Field(() => String, { description: 'The agency that issued it.' })
  agency!: string;

  @Field(() => ID, { description: 'Who holds it.' })
  holderId!: string;

  @Field(() => ID, { description: 'The dossier that led to it.' })
  dossierId!: string;

  @Field(() => String, { description: 'Code of that dossier.' })
  dossierCode!: string;

  @Field(() => String, { description: 'SHA-256 of the certificate.' })
  certificate!: string;

  @Field(() => LocalDateScalar, { description: 'Date of issue.' })
  issuedOn!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of validity.' })
  expiresOn!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'When its holder is reminded next, of a duty or of renewing. Null when only its end is still to come.',
  })
  nextReminderOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day of its suspension; null while it is not suspended.',
  })
  suspendedUntil?: string | null;
}

@ObjectType('RegisterEntry', {
  description: 'A number of the register: a licence, or why it stands for none.',
})
export class RegisterEntry {
  @Field(() => RegisterEntryKindTerms, { description: 'What the number stands for.' })
  kind!: RegisterRow['entry'];

  @Field(() => String, { description: 'Number as printed.' })
  text!: string;

  @Field(() => String, { description: 'The agency whose register it is.' })
  agency!: string;

  @Field(() => LocalDateScalar, { description: 'Date of issue.' })
  issuedOn!: string;

  @Field(() => ID, { description: 'The dossier for which the number was given.' })
  dossierId!: string;

  @Field(() => String, { nullable: true, description: 'Why it was voided.' })
  voidReason?: string;

  @Field(() => Licence, { nullable: true, description: 'The licence, unless the number was voided.' })
  licence?: Licence;
}

@ObjectType('RegisterConnection', { description: 'A page of the register of licences, the newest first.' })
export class RegisterConnection extends connectionOf(RegisterEntry, 'Register') {}

@InputType({ description: 'Which numbers of the register.' })
export class RegisterFilterInput {
  @Field(() => RegisterEntryKindTerms, {
    nullable: true,
    description: 'Only licences, or only voided numbers.',
  })
  @IsOptional()
  @IsIn(Object.values(RegisterEntryKindTerms))
  entry?: RegisterRow['entry'] | null;

  @Field(() => LicenceStageTerms, { nullable: true, description: 'Only licences in this state.' })
  @IsOptional()
  @IsIn(Object.values(LicenceStageTerms))
  stage?: LicenceRow['stage'] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only this number, as printed (`12/GP-TTĐT`). Every agency and every year numbers anew: several entries may bear it.',
  })
  @IsOptional()
  @Matches(/^[\p{L}\p{M}\p{N}./-]{1,64}$/u)
  number?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only licences that expire before this date.',
  })
  @IsOptional()
  @IsString()
  expiresBefore?: LocalDate | null;
}

@ArgsType()
export class RegisterArgs extends PageArgs {
  @Field(() => RegisterFilterInput, { nullable: true, description: 'Which numbers.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RegisterFilterInput)
  filter?: RegisterFilterInput | null;
}
