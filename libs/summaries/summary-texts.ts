import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { LicenceStage } from '#libs/licence/licence.js';
import type { Act, Standing } from './department-summary.js';
import type { Period } from '#libs/summary-duties/period.js';

export const stageTexts: Readonly<Record<LicenceStage, Bilingual>> = {
  inForce: { vi: 'Còn hiệu lực', en: 'In force' },
  suspended: { vi: 'Bị đình chỉ', en: 'Suspended' },
  revoked: { vi: 'Bị thu hồi', en: 'Revoked' },
  expired: { vi: 'Hết hiệu lực', en: 'Expired' },
  returned: { vi: 'Đã trả lại', en: 'Returned' },
  replaced: { vi: 'Đã được thay thế', en: 'Replaced' },
};

export const actTexts: Readonly<Record<Act, Bilingual>> = {
  issued: { vi: 'Cấp giấy phép', en: 'Issued' },
  amended: { vi: 'Sửa đổi, bổ sung', en: 'Amended' },
  extended: { vi: 'Gia hạn', en: 'Extended' },
  reissued: { vi: 'Cấp lại', en: 'Re-issued' },
  holderChanged: { vi: 'Xác nhận thay đổi chủ sở hữu, trụ sở', en: 'Change of owner or head office noted' },
  inspected: { vi: 'Kiểm tra', en: 'Inspected' },
  suspended: { vi: 'Đình chỉ', en: 'Suspended' },
  resumed: { vi: 'Hết hoặc hủy đình chỉ', en: 'Resumed' },
  revoked: { vi: 'Thu hồi', en: 'Revoked' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  replaced: { vi: 'Thay thế', en: 'Replaced' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
};

export const standingTexts: Readonly<Record<Standing, Bilingual>> = {
  fulfilled: { vi: 'Đã thực hiện đúng hạn', en: 'Met in time' },
  fulfilledLate: { vi: 'Đã thực hiện, quá hạn', en: 'Met late' },
  excused: { vi: 'Được miễn', en: 'Excused' },
  missed: { vi: 'Không thực hiện', en: 'Missed' },
  lapsed: { vi: 'Chấm dứt cùng giấy phép', en: 'Ended with the licence' },
  unexamined: {
    vi: 'Đã nộp, chưa xem xét khi giấy phép chấm dứt',
    en: 'Handed in, not examined before the licence ended',
  },
  examined: { vi: 'Đang xem xét', en: 'Under examination' },
  returned: { vi: 'Trả lại để chỉnh sửa', en: 'Returned for correction' },
  awaited: { vi: 'Chưa đến hạn', en: 'Not due yet' },
  late: { vi: 'Quá hạn', en: 'Late' },
  unfollowed: { vi: 'Nộp ngoài hệ thống', en: 'Not handed in here' },
};

/** "6 tháng đầu năm 2026". */
export function periodText({ kind, year }: Pick<Period, 'kind' | 'year'>): Bilingual {
  switch (kind) {
    case 'firstHalf':
      return { vi: `6 tháng đầu năm ${year}`, en: `first half of ${year}` };
    case 'secondHalf':
      return { vi: `6 tháng cuối năm ${year}`, en: `second half of ${year}` };
    case 'year':
      return { vi: `năm ${year}`, en: `year ${year}` };
  }
}
