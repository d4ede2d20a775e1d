import { Args, ArgsType, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { mayRead } from '#libs/access/policy.js';
import { currentFacts } from '#libs/backbone/current-facts.js';
import type { ReadLicence } from '#libs/commands/subject-reader.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { localDateOf } from '#libs/kernel/time.js';
import { objectionToApplication } from '#libs/licence/applications.js';
import { type FactTexts, prefilled } from '#libs/procedures/prefill.js';
import type { Procedure as Rules } from '#libs/procedures/procedure.js';
import { isAboutLicence } from '#libs/procedures/result.js';
import { Refusal } from '../commands/refusal.js';
import { Asking, type Asker } from '../graphql/request-context.js';
import { JsonObjectScalar } from '../graphql/scalars.js';
import { messageFor } from '../messages/refusal-messages.js';
import { Parts } from '../parts.js';
import { Procedure, procedureOf } from '../procedures/procedure-view.js';

@ObjectType('LicenceFact', { description: 'Something that a licence says today.' })
class LicenceFact {
  @Field(() => String, { description: 'Its name, as amendments name it: `holder.name`.' })
  fact!: string;

  @Field(() => String, { description: 'What it says.' })
  value!: string;
}

@ObjectType('LicenceApplication', {
  description: 'What the holder of a licence may apply for, and what the form starts with.',
})
export class LicenceApplication {
  @Field(() => Procedure, { description: 'By which procedure.' })
  procedure!: Procedure;

  @Field(() => Refusal, {
    nullable: true,
    description: 'Why it would be refused today. Null where it may be filed.',
  })
  refusal!: Refusal | null;

  @Field(() => JsonObjectScalar, { description: 'Answers of its form, as far as the licence says them.' })
  answers!: JsonObject;
}

@ObjectType('LicenceApplications', { description: 'A licence as applications about it see it.' })
export class LicenceApplications {
  @Field(() => [LicenceFact], { description: 'What it says today, amendments included.' })
  facts!: LicenceFact[];

  @Field(() => [LicenceApplication], { description: 'Each procedure in force that changes a licence.' })
  applications!: LicenceApplication[];
}

@ArgsType()
class ApplicationsArgs {
  @Field(() => ID, { description: 'Id of the licence.' })
  @Matches(/^[\w.:-]{1,128}$/)
  licenceId!: string;
}

/** Applications about a licence there is. */
@Resolver()
export class LicenceApplicationsResolver {
  constructor(private readonly parts: Parts) {}

  @Query(() => LicenceApplications, {
    nullable: true,
    description:
      'What may be applied for about a licence, forms filled in as far as it goes (đơn điền sẵn). Null when there is no such licence that the signed-in person may see.',
  })
  async licenceApplications(
    @Args() { licenceId }: ApplicationsArgs,
    @Asking() { actor }: Asker,
  ): Promise<LicenceApplications | null> {
    const read = await this.parts.backbone.reader.findLicence(licenceId as LicenceId);
    if (!read) return null;
    const { holder: applicant, agency } = read.licence;
    if (!mayRead(actor, { kind: 'Licence', applicant, agency })) return null;
    const { facts } = await currentFacts(this.parts.backbone, read);
    const applications = this.proceduresToday().map((rules) => this.applicationBy(rules, read, facts));
    return { facts: [...facts].map(([fact, value]) => ({ fact, value })), applications };
  }

  private proceduresToday(): readonly Rules[] {
    const { books, clock } = this.parts.backbone;
    const today = localDateOf(clock.now());
    const ids = new Set(books.procedures.list().map(({ id }) => id));
    return [...ids].flatMap((id) => books.procedures.on(id, today) ?? []).filter(isAboutLicence);
  }

  private applicationBy(rules: Rules, read: ReadLicence, facts: FactTexts): LicenceApplication {
    return {
      procedure: procedureOf(rules),
      refusal: this.refusalTo(rules, read),
      answers: prefilled(rules.result?.prefill ?? {}, facts),
    };
  }

  private refusalTo(rules: Rules, { licence, procedure, calendar }: ReadLicence): Refusal | null {
    const now = this.parts.backbone.clock.now();
    const circumstances = { now, procedure, calendar, actor: licence.holder, nextNumber: {} };
    const objection = objectionToApplication(rules, licence, circumstances);
    if (!objection) return null;
    const details = { ...objection.details };
    return { ...messageFor({ ...objection, details }), details };
  }
}
