import type { GivenReason, HandoverWay, OpinionPosition } from '#libs/dossier/events.js';
import type { TaskKind } from '#libs/dossier/tasks.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import { epochOf, type Instant, instantFromEpoch, shownDate } from '#libs/kernel/time.js';
import type { Channel, Procedure } from '#libs/procedures/procedure.js';

/** The office's words for the parts of a sentence. */
const taskNames: Readonly<Record<TaskKind, Bilingual>> = {
  receive: { vi: 'Tiếp nhận hồ sơ', en: 'Receive the dossier' },
  checkCompleteness: { vi: 'Kiểm tra thành phần hồ sơ', en: 'Check completeness' },
  appraise: { vi: 'Thẩm định hồ sơ', en: 'Appraise the dossier' },
  giveOpinion: { vi: 'Cho ý kiến', en: 'Give an opinion' },
  approve: { vi: 'Phê duyệt', en: 'Approve' },
  allocateNumber: { vi: 'Cấp số giấy phép', en: 'Allocate the licence number' },
  sign: { vi: 'Ký số giấy phép', en: 'Sign the certificate' },
  seal: { vi: 'Ký số của cơ quan (con dấu)', en: 'Sign for the organisation (its seal)' },
  mendPaper: { vi: 'Khắc phục trở ngại khi lập giấy phép', en: 'Mend what hinders the paper' },
  requestSignature: { vi: 'Đề nghị ký lại văn bản', en: 'Ask for the signature again' },
  handOver: { vi: 'Trả kết quả', en: 'Hand over the result' },
};

export const channelNames: Readonly<Record<Channel, Bilingual>> = {
  online: { vi: 'trực tuyến', en: 'online' },
  counter: { vi: 'trực tiếp tại bộ phận một cửa', en: 'at the one-stop counter' },
  post: { vi: 'qua dịch vụ bưu chính', en: 'by post' },
};

export const handoverNames: Readonly<Record<HandoverWay, Bilingual>> = {
  counter: { vi: 'trực tiếp tại bộ phận một cửa', en: 'at the one-stop counter' },
  post: { vi: 'qua dịch vụ bưu chính', en: 'by post' },
  online: { vi: 'trực tuyến', en: 'online' },
};

export const positionNames: Readonly<Record<OpinionPosition, Bilingual>> = {
  agrees: { vi: 'đồng ý', en: 'agrees' },
  agreesWithConditions: { vi: 'đồng ý kèm điều kiện', en: 'agrees with conditions' },
  objects: { vi: 'không đồng ý', en: 'objects' },
};

/** Task identifiers begin with their kind: `appraise-1`, `giveOpinion-H21.12-1`. */
export function taskName(task: string): Bilingual {
  const kind = task.split('-', 1)[0] ?? task;
  return Object.hasOwn(taskNames, kind) ? taskNames[kind as TaskKind] : { vi: task, en: task };
}

export function agencyName(agency: string, { opinions }: Procedure): Bilingual {
  return opinions.find((rule) => rule.agency === agency)?.agencyName ?? { vi: agency, en: agency };
}

const HANOI_OFFSET_MS = 7 * 60 * 60 * 1000;

/** `17:00 16/11/2026` in Viet Nam. */
export function moment(instant: Instant): string {
  const local = instantFromEpoch(epochOf(instant) + HANOI_OFFSET_MS);
  return `${local.slice(11, 16)} ${shownDate(local.slice(0, 10))}`;
}

/** The coded reasons in the procedure's words, each with what the officer added. */
export function reasonsIn(
  language: keyof Bilingual,
  reasons: readonly GivenReason[],
  procedure: Procedure,
): string {
  const { intakeRefusals, denialReasons, stopReasons } = procedure;
  const coded = [...intakeRefusals, ...denialReasons, ...stopReasons];
  return reasons
    .map(({ code, note }) => {
      const text = coded.find((reason) => reason.code === code)?.text[language] ?? code;
      return note === undefined ? text : `${text} (${note})`;
    })
    .join('; ');
}
