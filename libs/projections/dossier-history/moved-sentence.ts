import type { MovedDeadline, MovedDeadlines } from '#libs/dossier/moved-deadlines.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import { shownDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { agencyName, moment } from './terms.js';

const clockNames: Readonly<Record<MovedDeadline['clock'], Bilingual>> = {
  decision: { vi: 'hạn giải quyết', en: 'the result' },
  step: { vi: 'hạn của bước đang xử lý', en: 'the work of the present stage' },
  answer: { vi: 'hạn bổ sung hồ sơ', en: 'the supplement' },
  opinion: { vi: 'hạn cho ý kiến', en: 'the opinion' },
};

/** Which dates a calendar announced late has moved, from when to when. */
export function movedSentence(
  { edition, moves, appointedOn }: MovedDeadlines,
  procedure: Procedure,
): Bilingual {
  const which = `${edition.id} ${edition.version}`;
  const moved = (language: keyof Bilingual): string =>
    moves.map((move) => moveText(move, procedure)[language]).join('; ');
  const anew = appointedOn === undefined ? undefined : shownDate(appointedOn);
  return {
    vi: `Lịch làm việc thay đổi (${which}): ${moved('vi')}${anew === undefined ? '' : `; hẹn lại ngày ${anew}`}.`,
    en: `The working calendar changed (${which}): ${moved('en')}${anew === undefined ? '' : `; appointed anew for ${anew}`}.`,
  };
}

function moveText({ clock, agency, from, to }: MovedDeadline, procedure: Procedure): Bilingual {
  const name = clockNames[clock];
  const whose = agency === undefined ? undefined : agencyName(agency, procedure);
  return {
    vi: `${name.vi}${whose ? ` của ${whose.vi}` : ''} từ ${moment(from)} thành ${moment(to)}`,
    en: `${name.en}${whose ? ` of ${whose.en}` : ''} is due at ${moment(to)} instead of ${moment(from)}`,
  };
}
