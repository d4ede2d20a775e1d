import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Role } from '#libs/kernel/roles.js';
import { registerTerms } from '../graphql/terms.js';

export const RoleTerms = registerTerms<Role>('Role', 'The capacity in which somebody acts.', {
  applicant: { vi: 'người nộp hồ sơ', en: 'applicant or licence holder' },
  oneStopClerk: { vi: 'cán bộ một cửa', en: 'one-stop clerk' },
  specialist: { vi: 'chuyên viên', en: 'specialist' },
  headOfDivision: { vi: 'trưởng phòng', en: 'head of division' },
  director: { vi: 'lãnh đạo', en: 'director' },
  recordsClerk: { vi: 'văn thư', en: 'records clerk' },
  consultedAgency: { vi: 'cơ quan được lấy ý kiến', en: 'officer of a consulted agency' },
  auditor: { vi: 'thanh tra, kiểm toán viên', en: 'auditor or inspector' },
  administrator: { vi: 'quản trị viên', en: 'administrator' },
  system: { vi: 'hệ thống', en: 'the software itself' },
});

@ObjectType('Me', { description: 'The person who is signed in.' })
export class Me {
  @Field(() => ID, { description: 'Subject of the identity provider.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name, as the identity provider gives it.' })
  name?: string;

  @Field(() => [RoleTerms], { description: 'Capacities in which the person may act.' })
  roles!: readonly Role[];

  @Field(() => String, {
    nullable: true,
    description: 'Electronic identifier of the agency the person works for.',
  })
  agency?: string;
}

@ObjectType('Person', { description: 'Somebody who acted or shall act. Names are kept outside the log.' })
export class Person {
  @Field(() => ID, { description: 'Subject of the identity provider.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name, as known from the last sign-in.' })
  name?: string;
}
