import type { LegalSource } from './edition.js';

const civilCode = (article: string): LegalSource => ({
  source: `Bộ luật Dân sự 91/2015/QH13, ${article}`,
  certainty: 'secondary',
});

/** Where the rules of counting stand. What was not read in the official text says so. */
export const law = {
  start: {
    source: 'Nghị định 118/2025/NĐ-CP, Điều 17 khoản 3 (sửa đổi bởi Nghị định 309/2026/NĐ-CP)',
    certainty: 'verified',
  },
  limit: { source: 'Quyết định công bố thủ tục hành chính', certainty: 'provisional' },
  edition: { source: 'Bộ luật Lao động 45/2019/QH14, Điều 111 và Điều 112', certainty: 'secondary' },
  transfer: { source: 'Nghị định 118/2025/NĐ-CP, Điều 18 khoản 2', certainty: 'verified' },
  firstDay: civilCode('Điều 147 khoản 2'),
  counted: civilCode('Điều 145 và Điều 147'),
  corresponding: civilCode('Điều 148 khoản 3 và khoản 4'),
  movesOn: civilCode('Điều 148 khoản 5'),
  end: civilCode('Điều 148'),
  pause: { source: 'Quy định của thủ tục về thời gian không tính vào thời hạn', certainty: 'provisional' },
  restart: { source: 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4', certainty: 'verified' },
  extension: { source: 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9', certainty: 'verified' },
  weeklyRest: { source: 'Bộ luật Lao động 45/2019/QH14, Điều 111', certainty: 'secondary' },
  sessions: { source: 'Quy trình nội bộ giải quyết thủ tục hành chính', certainty: 'provisional' },
  forecast: { source: 'Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 3', certainty: 'secondary' },
} as const satisfies Record<string, LegalSource>;
