import { Injectable } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { mayRead } from '#libs/access/policy.js';
import type { ReadDossier, ReadLicence } from '#libs/commands/subject-reader.js';
import { licenceResultOf } from '#libs/dossier/result.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import { type ChangeNotice, changeNoticeOf } from '#libs/licence/change-notice.js';
import { explainChangeNotice } from '#libs/licence/explained/change-notice.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { resultKindOf } from '#libs/procedures/result.js';
import { ClockExplanation } from '../clock/clock-explanation.js';
import { LocalDateScalar } from '../graphql/scalars.js';
import { askerOf, type RequestContext } from '../graphql/request-context.js';
import { Parts } from '../parts.js';

@ObjectType('ChangeNotice', {
  description:
    'A change of the holder that is told of, before it is noted: how long after it that was, and whether in time (thông báo thay đổi).',
})
export class SeenChangeNotice implements ChangeNotice {
  @Field(() => LocalDateScalar, { description: 'The day of the change, as the holder says.' })
  changedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The day on which it was told: when the dossier was filed.' })
  on!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day on which it was in time.' })
  by!: LocalDate;

  @Field(() => Int, {
    description:
      'Working days after the change until it was told; the day of the change is not counted. Below zero where it was told beforehand.',
  })
  workingDays!: number;

  @Field(() => Boolean, { description: 'Whether it came too late; noted so with the change.' })
  late!: boolean;

  @Field(() => ClockExplanation, { description: 'Why that was the last day.' })
  explain!: ClockExplanation;
}

/** What will be noted about the time of a notice of change, by the rule that decides it then and on what is true now. */
@Injectable()
export class ChangeNotices {
  constructor(private readonly parts: Parts) {}

  /** For the office alone; null where no change is told of, where the rules set no time, and once it is noted or never will be. */
  async find(context: RequestContext, dossierId: string): Promise<SeenChangeNotice | null> {
    const read = await this.parts.backbone.reader.findDossier(dossierId as DossierId);
    if (!read || !isAwaited(read)) return null;
    const { applicant, agency } = read.dossier;
    const isInside = mayRead(askerOf(context).actor, { kind: 'Deliberation', applicant, agency });
    return isInside ? this.noticeIn(read) : null;
  }

  private async noticeIn({ dossier }: ReadDossier): Promise<SeenChangeNotice | null> {
    const { asked, about, receivedAt } = dossier;
    const licence = about && (await this.parts.backbone.reader.findLicence(about.licenceId));
    if (!licence || asked?.changedOn === undefined) return null;
    return seenIn({ changedOn: asked.changedOn, on: localDateOf(receivedAt) }, licence);
  }

  /** Whether dossiers by this procedure tell of a change: of others the log need not be asked. */
  areToldBy(procedureId: string): boolean {
    const versions = this.parts.backbone.books.procedures.list().filter(({ id }) => id === procedureId);
    return versions.some(tellsOfChange);
  }
}

function seenIn(
  telling: { readonly changedOn: LocalDate; readonly on: LocalDate },
  licence: ReadLicence,
): SeenChangeNotice | null {
  const { changedOn } = telling;
  const notice = changeNoticeOf(telling, licence);
  const explanation = explainChangeNotice(changedOn, licence);
  if (!notice || !explanation) return null;
  const { id, version } = licence.calendar;
  return {
    changedOn,
    ...notice,
    explain: { ...explanation, provisional: false, calendar: { id, version } },
  };
}

function tellsOfChange(procedure: Procedure): boolean {
  return resultKindOf(procedure) === 'licence.noteChange';
}

/** What is on record needs no reckoning: the history of the licence says it. */
function isAwaited({ dossier, procedure }: ReadDossier): boolean {
  const isNoted = licenceResultOf(dossier)?.entered === true;
  return tellsOfChange(procedure) && dossier.stage !== 'closed' && !isNoted;
}
