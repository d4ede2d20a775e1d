import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';
import type { Calendar } from './calendar.js';
import { DAY_MS, dateOfDay, dayOf, localDayOf, msOf, weekdayOf } from './days.js';
import type { Extension } from './deadline.js';
import type { Duration, DurationUnit } from './duration.js';

const WEEKDAYS: readonly Bilingual[] = [
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
];

/** Units as people read them behind a number. */
export const unitTexts: Readonly<Record<DurationUnit, Bilingual>> = {
  workingDays: { vi: 'ngày làm việc', en: 'working day(s)' },
  workingHours: { vi: 'giờ làm việc', en: 'working hour(s)' },
  hours: { vi: 'giờ', en: 'hour(s)' },
  calendarDays: { vi: 'ngày', en: 'day(s)' },
  weeks: { vi: 'tuần', en: 'week(s)' },
  months: { vi: 'tháng', en: 'month(s)' },
  years: { vi: 'năm', en: 'year(s)' },
};

const REASONS: Readonly<Record<string, Bilingual>> = {
  supplement: { vi: 'chờ bổ sung hồ sơ', en: 'waiting for a supplement' },
  fee: { vi: 'chờ thực hiện nghĩa vụ tài chính', en: 'waiting for the fee' },
  otherAuthority: { vi: 'chờ cơ quan khác', en: 'waiting for another authority' },
  court: { vi: 'chờ Tòa án', en: 'waiting for a court' },
  forceMajeure: { vi: 'sự kiện bất khả kháng', en: 'force majeure' },
  closed: { vi: 'hồ sơ đã đóng, chờ mở lại', en: 'closed until it is re-opened' },
};

export function dateOf(instant: Instant): LocalDate {
  return dateOfDay(localDayOf(instant));
}

/** `thứ Ba 01/12/2026`. */
export function dateText(date: LocalDate): Bilingual {
  const weekday = WEEKDAYS[weekdayOf(dayOf(date))] ?? { vi: '', en: '' };
  const written = `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
  return { vi: `${weekday.vi} ${written}`, en: `${weekday.en} ${written}` };
}

function clock(instant: Instant): string {
  const minutes = Math.floor(((((msOf(instant) + 7 * 3_600_000) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function instantText(instant: Instant): Bilingual {
  const date = dateText(dateOf(instant));
  return { vi: `${clock(instant)} ${date.vi}`, en: `${clock(instant)} on ${date.en}` };
}

const amountText = (amount: number, language: 'vi' | 'en'): string =>
  language === 'vi' ? String(amount).replace('.', ',') : String(amount);

export function reasonText(reason: string): Bilingual {
  return REASONS[reason] ?? { vi: reason, en: reason };
}

function durationText({ amount, unit }: Duration): Bilingual {
  return {
    vi: `${amountText(amount, 'vi')} ${unitTexts[unit].vi}`,
    en: `${amountText(amount, 'en')} ${unitTexts[unit].en}`,
  };
}

/** Applies one sentence per language to texts that exist in both. */
function both(
  parts: readonly Bilingual[],
  sentence: (language: 'vi' | 'en', parts: readonly string[]) => string,
): Bilingual {
  return {
    vi: sentence(
      'vi',
      parts.map(({ vi }) => vi),
    ),
    en: sentence(
      'en',
      parts.map(({ en }) => en),
    ),
  };
}

export function start(at: Instant): Bilingual {
  return both([instantText(at)], (language, [when]) =>
    language === 'vi' ? `Thời hạn bắt đầu từ ${when}.` : `The limit starts at ${when}.`,
  );
}

export function limit(duration: Duration): Bilingual {
  return both([durationText(duration)], (language, [length]) =>
    language === 'vi' ? `Thời hạn là ${length}.` : `The limit is ${length}.`,
  );
}

export function edition({ edition: { name }, version }: Calendar): Bilingual {
  return {
    vi: `Tính theo: ${name.vi}, phiên bản ${version}.`,
    en: `Reckoned by: ${name.en}, edition ${version}.`,
  };
}

export function transfer(at: Instant): Bilingual {
  return both([instantText(at)], (language, [when]) =>
    language === 'vi'
      ? `Hồ sơ được chuyển đến đơn vị giải quyết lúc ${when} (nhận sau 15 giờ thì chuyển đầu giờ ngày làm việc tiếp theo).`
      : `The dossier reaches the unit in charge at ${when} (received after 15:00, it goes at the opening of the next working day).`,
  );
}

export function restart(at: Instant, reason: string): Bilingual {
  return both([instantText(at), reasonText(reason)], (language, [when, why]) =>
    language === 'vi'
      ? `Hết thời gian ${why} lúc ${when}: thời hạn tính lại từ đầu.`
      : `The pause (${why}) is over at ${when}: the limit runs from zero again.`,
  );
}

export function firstDay(on: LocalDate): Bilingual {
  return both([dateText(on)], (language, [day]) =>
    language === 'vi' ? `Ngày đầu tiên, ${day}, không tính.` : `The first day, ${day}, is not counted.`,
  );
}

export function firstSession(at: Instant): Bilingual {
  return both([instantText(at)], (language, [when]) =>
    language === 'vi'
      ? `Buổi làm việc đang diễn ra lúc ${when} không tính.`
      : `The office session in which ${when} falls is not counted.`,
  );
}

export function extension({ by, reason }: Extension): Bilingual {
  return both([durationText(by), reasonText(reason)], (language, [length, why]) =>
    language === 'vi' ? `Gia hạn thêm ${length}, lý do: ${why}.` : `Extended by ${length}; reason: ${why}.`,
  );
}

export function endsOn(on: LocalDate): Bilingual {
  return both([dateText(on)], (language, [day]) =>
    language === 'vi' ? `Thời hạn kết thúc vào hết ngày ${day}.` : `The limit ends at the end of ${day}.`,
  );
}

export function endsAt(at: Instant): Bilingual {
  return both([instantText(at)], (language, [when]) =>
    language === 'vi' ? `Thời hạn kết thúc lúc ${when}.` : `The limit ends at ${when}.`,
  );
}

interface StillPaused {
  readonly since: Instant;
  readonly reason: string;
  readonly used: number;
  readonly left: number;
}

export function stillPaused({ since, reason, used, left }: StillPaused): Bilingual {
  return both([instantText(since), reasonText(reason)], (language, [when, why]) =>
    language === 'vi'
      ? `Thời hạn tạm dừng từ ${when} (${why}): đã dùng ${amountText(used, 'vi')}, còn ${amountText(left, 'vi')}. Chưa xác định được ngày kết thúc.`
      : `The limit has stood still since ${when} (${why}): ${used} used, ${left} left. No end can be named yet.`,
  );
}

export function provisional({ edition: { forecastFrom, validTo } }: Calendar): Bilingual {
  return both([dateText(forecastFrom ?? validTo)], (language, [day]) =>
    language === 'vi'
      ? `Ngày này là tạm tính: lịch nghỉ từ ${day} chưa được thông báo chính thức hoặc chưa được xác nhận.`
      : `This date is provisional: the days off from ${day} have not been announced or not been confirmed.`,
  );
}
