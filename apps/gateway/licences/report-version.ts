import { Field, Int, ObjectType } from '@nestjs/graphql';
import { fromStored } from '#libs/commands/stored-events.js';
import type { Commit } from '#libs/event-store/commit.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { LocalDateScalar } from '../graphql/scalars.js';

@ObjectType('ReportVersion', {
  description: 'One version of a report as it was handed in (lần nộp báo cáo).',
})
export class ReportVersion {
  @Field(() => Int, { description: 'Which one, from 1.' })
  number!: number;

  @Field(() => LocalDateScalar, { description: 'When it was handed in.' })
  submittedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was returned for correction.' })
  returnedOn?: string;

  @Field(() => String, { nullable: true, description: 'What was to be corrected.' })
  reason?: string;

  @Field(() => Boolean, { description: 'Whether it was accepted.' })
  accepted!: boolean;

  /** Where its answers lie. */
  report!: string;
}

/** What the log says of the reports of one duty, in their order. */
export function versionsOf(obligation: string, commits: readonly Commit[]): ReportVersion[] {
  const events = commits.flatMap((commit) => commit.events.map((event) => fromStored<LicenceEvent>(event)));
  return events.reduce<ReportVersion[]>((versions, event) => afterEvent(versions, event, obligation), []);
}

function afterEvent(
  versions: ReportVersion[],
  { type, data }: LicenceEvent,
  obligation: string,
): ReportVersion[] {
  if (!('obligation' in data) || data.obligation !== obligation) return versions;
  switch (type) {
    case 'ReportSubmitted': {
      const { reportNumber: number, submittedOn, report } = data;
      return [...versions, { number, submittedOn, report, accepted: false }];
    }
    case 'ReportReturned':
      return changed(versions, data.reportNumber, { returnedOn: data.returnedOn, reason: data.reason });
    case 'ReportAccepted':
      return changed(versions, data.reportNumber, { accepted: true });
    default:
      return versions;
  }
}

function changed(
  versions: readonly ReportVersion[],
  which: number,
  what: Partial<ReportVersion>,
): ReportVersion[] {
  return versions.map((version) => (version.number === which ? Object.assign(version, what) : version));
}
