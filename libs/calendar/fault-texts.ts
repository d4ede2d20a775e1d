import type { Bilingual } from '#libs/kernel/bilingual.js';

export type FaultCode =
  | 'missing'
  | 'notJson'
  | 'notAnObject'
  | 'notAList'
  | 'notAnInstant'
  | 'notANumber'
  | 'notCountable'
  | 'unknownField'
  | 'unknownUnit'
  | 'unknownRule'
  | 'unknownAgency'
  | 'unknownEdition'
  | 'beforeStart'
  | 'endBeforeStart'
  | 'tooFar';

export const faultTexts: Readonly<Record<FaultCode, Bilingual>> = {
  missing: { vi: 'Thiếu giá trị bắt buộc.', en: 'A required value is missing.' },
  notJson: { vi: 'Dòng này không phải JSON hợp lệ.', en: 'The line is not valid JSON.' },
  notAnObject: { vi: 'Phải là một đối tượng JSON.', en: 'Must be a JSON object.' },
  notAList: { vi: 'Phải là một danh sách.', en: 'Must be a list.' },
  notAnInstant: {
    vi: 'Không phải thời điểm có thật kèm múi giờ, ví dụ 2026-11-16T09:00:00+07:00 (năm 2000 đến 2099).',
    en: 'Not an existing instant with its offset, as 2026-11-16T09:00:00+07:00 (years 2000 to 2099).',
  },
  notANumber: { vi: 'Phải là một số.', en: 'Must be a number.' },
  notCountable: {
    vi: 'Thời hạn phải lớn hơn không; ngày làm việc tính đến nửa ngày, các đơn vị theo lịch phải là số nguyên.',
    en: 'The limit must be above zero; working days go down to halves, calendar units must be whole.',
  },
  unknownField: { vi: 'Trường này không có trong câu hỏi.', en: 'There is no such field in the question.' },
  unknownUnit: {
    vi: 'Đơn vị không hợp lệ: chọn working, workingHours, hours, calendar, weeks, months hoặc years.',
    en: 'Unknown unit: use working, workingHours, hours, calendar, weeks, months or years.',
  },
  unknownRule: { vi: 'Chỉ có resume hoặc restart.', en: 'Use resume or restart.' },
  unknownAgency: {
    vi: 'Cơ quan này chưa có lịch làm việc được đăng ký.',
    en: 'No calendar is registered for this agency.',
  },
  unknownEdition: { vi: 'Không có phiên bản lịch này.', en: 'There is no such edition of the calendar.' },
  beforeStart: {
    vi: 'Thời gian tạm dừng không thể bắt đầu trước khi thời hạn bắt đầu.',
    en: 'A pause cannot begin before the limit does.',
  },
  endBeforeStart: {
    vi: 'Thời điểm kết thúc trước thời điểm bắt đầu.',
    en: 'The end comes before the beginning.',
  },
  tooFar: {
    vi: 'Thời hạn vượt quá các năm 2000 đến 2099 mà lịch trả lời được.',
    en: 'The limit leaves the years 2000 to 2099, for which the calendar answers.',
  },
};
