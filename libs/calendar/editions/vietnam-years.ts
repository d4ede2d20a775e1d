import type { LocalDate } from '#libs/kernel/time.js';
import type { LegalSource } from '../edition.js';
import type { YearOfDays } from './build.js';
import { dayNames } from './day-names.js';

const date = (text: string): LocalDate => text as LocalDate;
const secondary = (source: string): LegalSource => ({ source, certainty: 'secondary' });
const oldCode = 'Bộ luật Lao động 10/2012/QH13, Điều 115';
const code = 'Bộ luật Lao động 45/2019/QH14, Điều 112';

/**
 * What the Prime Minister or the ministry announced for civil servants, year by year; days fixed by the law itself stand in
 * `vietnam.ts`. The lists of 2018–2023 were compared with press reports and with a second published list; where the number
 * of the notice could not be confirmed, the source names the law and the year alone.
 */
export const vietnamYears: readonly YearOfDays[] = [
  {
    year: 2018,
    notice: secondary(`${oldCode}; lịch nghỉ lễ, Tết năm 2018`),
    days: [
      ['02-14..02-20', dayNames.tet],
      ['04-25', dayNames.hungKings],
      ['09-03', dayNames.national, 'substitute'],
    ],
    swaps: [[date('2018-12-31'), date('2019-01-05'), dayNames.newYear]],
  },
  {
    year: 2019,
    notice: secondary(`${oldCode}; lịch nghỉ lễ, Tết năm 2019`),
    days: [
      ['02-04..02-08', dayNames.tet],
      ['04-14', dayNames.hungKings],
      ['04-15', dayNames.hungKings, 'substitute'],
    ],
    swaps: [[date('2019-04-29'), date('2019-05-04'), dayNames.reunification]],
  },
  {
    year: 2020,
    notice: secondary(`${oldCode}; lịch nghỉ lễ, Tết năm 2020`),
    days: [
      ['01-23..01-29', dayNames.tet],
      ['04-02', dayNames.hungKings],
    ],
  },
  {
    year: 2021,
    notice: secondary(`${code}; lịch nghỉ lễ, Tết năm 2021`),
    days: [
      ['02-10..02-16', dayNames.tet],
      ['04-21', dayNames.hungKings],
      ['05-03', dayNames.labour, 'substitute'],
      ['09-03', dayNames.nationalNeighbour],
    ],
  },
  {
    year: 2022,
    notice: secondary(`${code}; lịch nghỉ lễ, Tết năm 2022`),
    days: [
      ['01-03', dayNames.newYear, 'substitute'],
      ['01-31..02-04', dayNames.tet],
      ['04-10', dayNames.hungKings],
      ['04-11', dayNames.hungKings, 'substitute'],
      ['05-02', dayNames.reunification, 'substitute'],
      ['05-03', dayNames.labour, 'substitute'],
      ['09-01', dayNames.nationalNeighbour],
    ],
  },
  {
    year: 2023,
    notice: secondary('Công văn 8056/VPCP-KGVX ngày 01/12/2022'),
    days: [
      ['01-02', dayNames.newYear, 'substitute'],
      ['01-20..01-26', dayNames.tet],
      ['04-29', dayNames.hungKings],
      ['05-02', dayNames.hungKings, 'substitute'],
      ['05-03', dayNames.reunification, 'substitute'],
      ['09-01', dayNames.nationalNeighbour],
      ['09-04', dayNames.national, 'substitute'],
    ],
  },
  {
    year: 2024,
    notice: secondary('Thông báo 5015/TB-LĐTBXH'),
    days: [
      ['02-08..02-14', dayNames.tet],
      ['04-18', dayNames.hungKings],
      ['09-03', dayNames.nationalNeighbour],
    ],
    swaps: [
      [
        date('2024-04-29'),
        date('2024-05-04'),
        dayNames.reunification,
        secondary('Thông báo 1570/TB-LĐTBXH; Công văn 2450/VPCP-KGVX'),
      ],
    ],
  },
  {
    year: 2025,
    notice: secondary('Thông báo 6150/TB-BLĐTBXH'),
    days: [
      ['01-27..01-31', dayNames.tet],
      ['04-07', dayNames.hungKings],
      ['09-01', dayNames.nationalNeighbour],
    ],
    swaps: [[date('2025-05-02'), date('2025-04-26'), dayNames.labour]],
  },
  {
    year: 2026,
    notice: secondary('Thông báo 9441/TB-BNV'),
    days: [
      ['02-16..02-20', dayNames.tet],
      ['04-26', dayNames.hungKings],
      ['04-27', dayNames.hungKings, 'substitute'],
      ['09-01', dayNames.nationalNeighbour],
    ],
    swaps: [
      [date('2026-01-02'), date('2026-01-10'), dayNames.newYear, secondary('Công văn 12729/VPCP-KGVX')],
      [date('2026-08-31'), date('2026-08-22'), dayNames.national, secondary('Công văn 3383/BNV-CVL')],
    ],
  },
  {
    // Mùng 1 is Saturday 6 February 2027. The five days are laid as in 2020 and 2024, when it was a Saturday too.
    year: 2027,
    notice: { source: `${code}; dự báo, chưa có thông báo năm 2027`, certainty: 'provisional' },
    days: [
      ['02-04..02-10', dayNames.tet],
      ['04-16', dayNames.hungKings],
      ['05-03', dayNames.labour, 'substitute'],
      ['09-03', dayNames.nationalNeighbour],
    ],
  },
];
