import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsDefined, IsIn, IsOptional, Matches } from 'class-validator';
import { connectionOf, PageArgs } from '../graphql/connection.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { registerTerms } from '../graphql/terms.js';
import { Text } from '../graphql/text.js';

const LanguageTerms = registerTerms<'vi' | 'en'>('Language', 'In which language messages are written.', {
  vi: { vi: 'tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'tiếng Anh', en: 'English' },
});

const SendingChannelTerms = registerTerms<'email' | 'sms' | 'zalo'>(
  'SendingChannel',
  'A way by which messages are sent to people.',
  {
    email: { vi: 'thư điện tử', en: 'e-mail' },
    sms: { vi: 'tin nhắn SMS', en: 'text message' },
    zalo: { vi: 'Zalo', en: 'Zalo' },
  },
);

@ObjectType('Notification', { description: 'Something that the signed-in person was told.' })
export class Notification {
  @Field(() => ID, { description: 'Id of the notification.' })
  id!: string;

  @Field(() => Text, { description: 'What it says.' })
  text!: Text;

  @Field(() => String, { description: 'Dossier code or licence number.' })
  reference!: string;

  @Field(() => Boolean, { description: 'Whether the law orders this notice.' })
  statutory!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was marked as read.' })
  readAt?: string;
}

@ObjectType('NotificationConnection', { description: 'A page of notifications, the newest first.' })
export class NotificationConnection extends connectionOf(Notification, 'Notification') {}

@ArgsType()
export class NotificationsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only what was not read yet.' })
  @IsBoolean()
  unreadOnly: boolean = false;
}

@ObjectType('NotificationPreference', { description: 'What somebody wants to be told, and how.' })
export class NotificationPreference {
  @Field(() => LanguageTerms, { description: 'Language of messages.' })
  language!: 'vi' | 'en';

  @Field(() => [SendingChannelTerms], {
    description: 'Ways by which only what the law orders is sent.',
  })
  muted!: readonly ('email' | 'sms' | 'zalo')[];
}

@InputType({ description: 'What somebody wants to be told, and how.' })
export class NotificationPreferenceInput {
  @Field(() => LanguageTerms, { description: 'Language of messages.' })
  @IsDefined()
  @IsIn(['vi', 'en'])
  language!: 'vi' | 'en';

  @Field(() => [SendingChannelTerms], {
    description: 'Ways by which only what the law orders shall be sent.',
  })
  @IsDefined()
  @ArrayMaxSize(3)
  @IsIn(['email', 'sms', 'zalo'], { each: true })
  muted!: ('email' | 'sms' | 'zalo')[];
}

@InputType({ description: 'Which notifications were read.' })
export class MarkNotificationsReadInput {
  @Field(() => [String], { nullable: true, description: 'Their ids; without them all.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @Matches(/^[^\p{Cc}\p{Cs}]{1,512}$/u, { each: true })
  ids?: string[] | null;
}

@ObjectType('CalendarAddress', { description: 'A secret address under which a calendar fetches due dates.' })
export class CalendarAddress {
  @Field(() => String, { description: 'Told once: whoever has it sees the due dates.' })
  url!: string;
}

@ObjectType('MarkedRead', { description: 'What marking as read did.' })
export class MarkedRead {
  @Field(() => Int, { description: 'How many are still unread.' })
  unread!: number;
}
