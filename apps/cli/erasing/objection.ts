import type { Backbone } from '#libs/backbone/backbone.js';
import { licenceFinder, licenceOf, licencePart } from '#libs/commands/about-licence.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import { decideDossier } from '#libs/dossier/decide.js';
import type { ErasureGround } from '#libs/dossier/erasure-events.js';
import type { DossierId, PersonId } from '#libs/kernel/ids.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';

/**
 * Why a form must stay; undefined where it may go. What decides when it is done decides here, on the same facts.
 * @param others dossiers with the same answers
 */
export async function objectionToErasing(
  backbone: Backbone,
  read: ReadDossier,
  others: readonly DossierId[],
): Promise<AnyRefusal | undefined> {
  const own = await objectionOf(backbone, read);
  if (own) return own;
  for (const id of others) {
    const other = await backbone.reader.findDossier(id);
    const objection = other && (await objectionOf(backbone, other));
    if (objection) return { refusal: 'FormOfAnother', details: { dossier: id, because: objection.refusal } };
  }
  return undefined;
}

/** Which ground is named makes no difference to whether it may be. */
const GROUND: ErasureGround = 'retentionOver';

async function objectionOf(
  { store, clock, books }: Backbone,
  { dossier, procedure, calendar }: ReadDossier,
): Promise<AnyRefusal | undefined> {
  const command = { type: 'eraseForm', data: { ground: GROUND } } as const;
  const { licence } = await licenceOf(dossier, command, licenceFinder(store));
  const decision = decideDossier(command, dossier, {
    now: clock.now(),
    actor: 'system' as PersonId,
    procedure,
    procedureReference: dossier.procedure,
    calendar,
    demonstration: books.demonstration,
    nextNumber: {},
    ...licencePart(licence ? { licence } : {}),
  });
  return 'refusal' in decision ? { ...decision, details: { ...decision.details } } : undefined;
}

const texts: Readonly<Record<string, Bilingual>> = {
  DossierStillOpen: {
    vi: 'hồ sơ chưa kết thúc, còn phải lập văn bản từ nội dung đơn',
    en: 'the dossier is still open and its papers are drawn from the form',
  },
  LicenceNotYetEntered: {
    vi: 'giấy phép của hồ sơ chưa được vào sổ',
    en: 'the licence of the dossier is not in the register yet',
  },
  LicenceNeedsForm: {
    vi: 'giấy phép chưa chấm dứt hoặc còn văn bản phải ban hành',
    en: 'the licence has not ended, or a document about it is still owed',
  },
  FilesElsewhere: {
    vi: 'không thấy đơn và giấy tờ nào của hồ sơ trong thư mục dữ liệu này: HOSO_DATA có đúng không',
    en: 'neither the form nor any paper of the dossier lies in this data folder: is HOSO_DATA the right one',
  },
  FormOfAnother: {
    vi: 'nội dung đơn này cũng là của hồ sơ khác còn cần đến',
    en: 'the same form is that of another dossier, which still needs it',
  },
};

/** Why nothing was erased, in one line. */
export function objectionText({ refusal, details }: AnyRefusal): string {
  const said = texts[refusal];
  const text = said ? `${said.vi} (${said.en})` : refusal;
  return `${refusal}: ${text} ${JSON.stringify(details)}`;
}
