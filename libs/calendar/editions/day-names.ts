import type { Bilingual } from '#libs/kernel/bilingual.js';

/** The days off of Viet Nam under the names in which the yearly notices speak of them. */
export const dayNames = {
  newYear: { vi: 'Tết Dương lịch', en: 'New Year’s Day' },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration Day' },
  reunification: { vi: 'Ngày Chiến thắng 30/4', en: 'Victory Day (30 April)' },
  labour: { vi: 'Ngày Quốc tế lao động 1/5', en: 'International Labour Day (1 May)' },
  national: { vi: 'Quốc khánh 2/9', en: 'National Day (2 September)' },
  nationalNeighbour: { vi: 'Ngày nghỉ liền kề Quốc khánh', en: 'Day off next to National Day' },
  culture: { vi: 'Ngày Văn hóa Việt Nam', en: 'Viet Nam Culture Day' },
} as const satisfies Record<string, Bilingual>;
