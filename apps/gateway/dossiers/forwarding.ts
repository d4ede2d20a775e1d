import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ForwardingAnswer, ReceivedPaper as Received } from '#libs/dossier/letter-events.js';
import { ForwardingAnswerTerms } from '../commands/forwarding.input.js';
import { DateTimeScalar, LocalDateScalar } from '../graphql/scalars.js';

/** What anybody may know of the answer who may know of the dossier. */
@ObjectType({ isAbstract: true })
export abstract class AnswerOfAuthority {
  @Field(() => ForwardingAnswerTerms, { description: 'What it decided.' })
  answer!: ForwardingAnswer['answer'];

  @Field(() => String, {
    nullable: true,
    description: 'Number of the licence, or of the letter that refuses it.',
  })
  number?: string | null;

  @Field(() => LocalDateScalar, { description: 'The date of its decision.' })
  decidedOn!: string;
}

@ObjectType('ReceivedPaper', { description: 'A paper that came in from another authority.' })
export class ReceivedPaper implements Received {
  @Field(() => String, {
    description:
      'SHA-256 of the bytes; GET /attachments/{digest}?dossier={id}, for whoever may see the dossier.',
  })
  digest!: Received['digest'];

  @Field(() => String, { description: 'Media type.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Size.' })
  bytes!: number;
}

@ObjectType('AuthorityAnswer', { description: 'What another authority decided, as it was recorded here.' })
export class AuthorityAnswer extends AnswerOfAuthority {
  @Field(() => String, { nullable: true, description: 'Why it refused.' })
  reason?: string | null;

  @Field(() => ReceivedPaper, {
    nullable: true,
    description: 'What it wrote, where that was uploaded with the answer.',
  })
  paper?: ReceivedPaper | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded here.' })
  recordedAt!: string;
}

@ObjectType('Forwarding', { description: 'To whom a dossier was sent on that is decided elsewhere.' })
export class Forwarding {
  @Field(() => String, { description: 'The authority, as in the letter.' })
  to!: string;

  @Field(() => DateTimeScalar, { description: 'When it was sent on.' })
  at!: string;

  @Field(() => AuthorityAnswer, {
    nullable: true,
    description: 'What the authority decided; null until that is recorded.',
  })
  answer?: AuthorityAnswer | null;
}
