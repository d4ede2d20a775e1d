import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { explainNextReminder, explainTerm } from '#libs/licence/explained.js';
import type { LicenceId } from '#libs/kernel/ids.js';
import { Licence } from '../licences/licence.js';
import { Parts } from '../parts.js';
import { LicenceDateArgs } from './clock-dates.js';
import { ClockExplanation } from './clock-explanation.js';

/** Why a licence ends when it does, and why its holder is reminded when they are. */
@Resolver(() => Licence)
export class LicenceClocksResolver {
  constructor(private readonly parts: Parts) {}

  @ResolveField(() => ClockExplanation, {
    nullable: true,
    description: 'Why the date is what it is. Null where there is no such date.',
  })
  async explain(
    @Parent() { id }: Licence,
    @Args() { date }: LicenceDateArgs,
  ): Promise<ClockExplanation | null> {
    const read = await this.parts.backbone.reader.findLicence(id as LicenceId);
    if (!read) return null;
    const { licence, procedure, calendar } = read;
    if (date === 'expiresOn') {
      return { ...explainTerm(licence, procedure.licence.citation), provisional: false };
    }
    const reminder = explainNextReminder(licence, procedure, calendar);
    if (!reminder) return null;
    const { id: calendarId, version } = calendar;
    return { ...reminder, provisional: false, calendar: { id: calendarId, version } };
  }
}
