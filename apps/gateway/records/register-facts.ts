import type { RegisterExtractFacts } from '#libs/documents/records.js';
import type { HandoverWay } from '#libs/dossier/events.js';
import type { Outcome } from '#libs/dossier/state.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { type Instant, type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { LicenceIssuer } from '#libs/procedures/procedure.js';
import { applicantOf } from './applicant.js';
import type { DossierCourse } from '#libs/commands/dossier-course.js';

type Entry = RegisterExtractFacts['entries'][number];

/** A dossier of the register, with what the log does not know of it. */
export interface Registered {
  readonly course: DossierCourse;
  readonly answers: JsonObject | undefined;
  readonly applicant: string;
}

interface Extract {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly position: number;
  /** When the log came to that position. */
  readonly madeAt: Instant;
  /** Whose register it is; undefined where no procedure names it. */
  readonly issuer: LicenceIssuer | undefined;
  /** Who draws the extract. */
  readonly by: string;
  readonly demonstration: boolean;
  /** Where the extract is checked. */
  readonly verificationUrl: string;
}

const ways: Readonly<Record<HandoverWay, string>> = {
  online: 'Trực tuyến',
  post: 'Bưu chính công ích',
  counter: 'Trực tiếp',
};

/** What became of a dossier of which the day of its return does not tell. */
const outcomes: Readonly<Partial<Record<Outcome, string>>> = {
  denied: 'Không cấp giấy phép',
  forwarded: 'Chuyển cơ quan có thẩm quyền',
  withdrawn: 'Rút hồ sơ',
  stopped: 'Dừng giải quyết',
  lapsed: 'Quá hạn bổ sung',
};

/** What the register says of these dossiers; who was never accepted is not in it. */
export function registerFacts(dossiers: readonly Registered[], extract: Extract): RegisterExtractFacts {
  const { fromOn, toOn, position, madeAt, issuer, by, demonstration, verificationUrl } = extract;
  const entered = dossiers.filter(({ course }) => course.dossier.acceptance !== undefined);
  return {
    authority: { parent: issuer?.parent ?? '', name: issuer?.name ?? '' },
    recordNumber: `${position}/TS`,
    place: issuer?.place ?? '',
    madeAt,
    signer: { title: 'Người trích sổ', name: by },
    provisional: demonstration,
    verificationUrl,
    fromOn,
    toOn,
    entries: entered.flatMap(entryOf),
  };
}

function entryOf({ course, answers, applicant: knownAs }: Registered): Entry[] {
  const { dossier, procedure } = course;
  const { acceptance, receivedAt, channel } = dossier;
  if (acceptance === undefined) return [];
  const { name, address, phone } = applicantOf(course, answers, knownAs);
  const handedOver = handoverIn(course);
  return [
    {
      dossierCode: acceptance.code,
      procedureName: procedure.name.vi,
      sets: 1,
      applicant: name,
      contact: phone === undefined ? address : `${address}; ${phone}`,
      agency: procedure.licence.issuer?.name ?? dossier.agency,
      receivedOn: localDateOf(receivedAt),
      appointedOn: acceptance.appointedOn,
      ...(handedOver ? { returnedOn: localDateOf(handedOver.handedOverAt) } : {}),
      way: ways[handedOver?.way ?? channel],
      ...noteOf(course),
    },
  ];
}

function handoverIn({ moves }: DossierCourse) {
  const events = moves.flatMap((move) => move.events);
  return events.findLast((event) => event.type === 'ResultHandedOver')?.data;
}

function noteOf({ dossier }: DossierCourse): Pick<Entry, 'note'> {
  const rounds = dossier.supplements.length;
  const ended = dossier.stage === 'closed' ? outcomes[dossier.outcome] : undefined;
  const notes = [...(rounds > 0 ? [`Bổ sung ${rounds} lần`] : []), ...(ended === undefined ? [] : [ended])];
  return notes.length > 0 ? { note: notes.join('; ') } : {};
}
