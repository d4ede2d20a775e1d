import { Field, Int, ObjectType } from '@nestjs/graphql';
import {
  addresseeNames,
  type SendingWay,
  type SummaryAddressee,
  wayNames,
} from '#libs/summary-duties/addressees.js';
import type { SendingStanding } from '#libs/summary-duties/sending.js';
import { sendingTexts } from '#libs/summaries/sending-texts.js';
import { CommandOutcome } from '../commands/command-outcome.js';
import { LocalDateScalar } from '../graphql/scalars.js';
import { registerTerms } from '../graphql/terms.js';
import { Text } from '../graphql/text.js';

export const AddresseeTerms = registerTerms<SummaryAddressee>(
  'SummaryAddressee',
  'To whom a department owes its summaries.',
  addresseeNames,
);

export const WayTerms = registerTerms<SendingWay>(
  'SummarySendingWay',
  'By which way a summary was sent.',
  wayNames,
);

export const SendingStandingTerms = registerTerms<SendingStanding>(
  'SummarySendingStanding',
  'How far the sending of a summary has come.',
  sendingTexts,
);

@ObjectType('SentSummary', { description: 'That a summary was sent to one of those it is owed to.' })
export class SentSummary {
  @Field(() => AddresseeTerms, { description: 'To whom.' })
  addressee!: SummaryAddressee;

  @Field(() => Text, { description: 'Its name.' })
  addresseeName!: Text;

  @Field(() => LocalDateScalar, { description: 'The day on which it was sent.' })
  sentOn!: string;

  @Field(() => Boolean, { description: 'Whether it was sent after the last day.' })
  late!: boolean;

  @Field(() => WayTerms, { description: 'By which way.' })
  way!: SendingWay;

  @Field(() => String, { description: 'Number of the letter it went with, or of its receipt.' })
  reference!: string;

  @Field(() => Int, { description: 'Position of the log that the summary that was sent tells of.' })
  position!: number;

  @Field(() => String, { description: 'SHA-256 of the file that was sent.' })
  file!: string;
}

@ObjectType('SummaryPayload', {
  description: 'The answer to a command about the sending of a summary: it was recorded, or it was refused.',
})
export class SummaryPayload extends CommandOutcome {
  @Field(() => String, { description: 'The period, as it was written.' })
  periodName!: string;

  /** Whose; nobody's for who works for none. */
  agency!: string | undefined;
}
