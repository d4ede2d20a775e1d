import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Text', { description: 'A text in both languages; the Vietnamese one is authoritative.' })
export class Text {
  @Field(() => String, { description: 'Vietnamese.' })
  vi!: string;

  @Field(() => String, { description: 'English.' })
  en!: string;
}
