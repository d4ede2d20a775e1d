import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { SlipKind } from '#libs/documents/slips.js';
import { type DossierId, dossierStream } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import { Dossier } from '../dossiers/dossier.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { registerTerms } from '../graphql/terms.js';
import { Parts } from '../parts.js';
import { courseOf } from '#libs/commands/dossier-course.js';
import { slipsOf } from './slip-facts.js';

const SlipKindTerms = registerTerms<SlipKind>('SlipKind', 'Slips of the one-stop desk.', {
  receipt: { vi: 'giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'receipt with the appointed day' },
  supplement: { vi: 'phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'request for a supplement' },
  refusal: { vi: 'phiếu từ chối tiếp nhận hồ sơ', en: 'refusal at the desk' },
  apology: { vi: 'phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'apology with a new day' },
  stop: { vi: 'thông báo dừng giải quyết hồ sơ', en: 'notice that the dossier was stopped' },
});

@ObjectType('Slip', {
  description: 'A slip that the desk gave out, drawn from the log when it is first fetched, and kept.',
})
export class Slip {
  @Field(() => SlipKindTerms, { description: 'Which.' })
  kind!: SlipKind;

  @Field(() => DateTimeScalar, { description: 'When it was given out.' })
  madeAt!: Instant;

  @Field(() => Int, { description: 'Position of the log that it tells of.' })
  position!: number;

  @Field(() => String, {
    description: 'Where the file is, below the address of this gateway; for who may see the dossier.',
  })
  path!: string;
}

/** The slips of a dossier, for whoever sees the dossier. */
@Resolver(() => Dossier)
export class SlipsResolver {
  constructor(private readonly parts: Parts) {}

  @ResolveField(() => [Slip], {
    description:
      'Slips that the desk gave out, the first one first (giấy tờ một cửa). Their files are gone (410) once the form was erased.',
  })
  async slips(@Parent() { id }: Dossier): Promise<Slip[]> {
    const { store, books } = this.parts.backbone;
    const { commits } = await store.readStream(dossierStream(id as DossierId));
    const course = courseOf(commits, ({ procedure }) => books.procedures.find(procedure));
    return (course ? slipsOf(course) : []).map(({ kind, move: { at: madeAt, position } }) => ({
      kind,
      madeAt,
      position,
      path: `/dossiers/${id}/slips/${kind}?position=${position}`,
    }));
  }
}
