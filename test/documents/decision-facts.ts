import type { DecisionCommonFacts, DecisionFacts } from '#libs/documents/decisions.js';
import type { LocalDate } from '#libs/kernel/time.js';

const common: DecisionCommonFacts = {
  decisionNumber: '41/QĐ-SVHTTDL',
  issuedOn: '2027-02-09' as LocalDate,
  place: 'Điện Biên',
  authority: {
    parent: 'Ủy ban nhân dân tỉnh Điện Biên',
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    decider: 'Giám đốc Sở Văn hóa, Thể thao và Du lịch',
  },
  licence: {
    number: '05/GP-TTĐT',
    issuedOn: '2026-01-05' as LocalDate,
    subject: 'Thiết lập trang thông tin điện tử tổng hợp trên mạng',
  },
  holder: {
    name: 'Công ty Cổ phần Truyền thông Mường Thanh',
    address: 'Số 12, đường Võ Nguyên Giáp, phường Mường Thanh, tỉnh Điện Biên',
    taxCode: '5600123458',
  },
  legalGrounds: [
    'Nghị định số 72/2013/NĐ-CP ngày 15 tháng 7 năm 2013 của Chính phủ về quản lý, cung cấp, sử dụng dịch vụ Internet và thông tin trên mạng',
    'Nghị định số 27/2018/NĐ-CP ngày 01 tháng 3 năm 2018 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 72/2013/NĐ-CP',
  ],
  proposedBy: 'Trưởng phòng Thông tin, Báo chí, Xuất bản',
  recipients: ['Như Điều 4', 'Công an tỉnh (để p/h)', 'Lưu: VT, TTBCXB (02)'],
  signer: { authority: 'KT. GIÁM ĐỐC', title: 'Phó Giám đốc', name: 'Nguyễn Thị Hồng Vượng' },
  provisional: false,
  verificationUrl: 'https://dichvucong.dienbien.example.vn/x/9PQ4M2XWRK',
};

/** Suspension and revocation have an article more, on the right to complain. */
const toArticleFive = ['Như Điều 5', ...common.recipients.slice(1)];

/** One decision of each kind, as the office would issue it. */
export const decisionFacts: DecisionFacts = {
  amendment: {
    ...common,
    dossierCode: 'H18.12-270125-0003',
    changes: [
      {
        what: 'Tên miền',
        before: 'tonghop.muongthanh.example.vn',
        after: 'tonghop.muongthanh.example.vn, tin.muongthanh.example.vn',
      },
      {
        what: 'Người chịu trách nhiệm quản lý nội dung thông tin',
        before: 'Bà Quàng Thị Nguyệt Ánh, Trưởng ban Biên tập',
        after: 'Ông Đinh Xuân Bưởng, Trưởng ban Biên tập; điện thoại: 0912 345 679',
      },
    ],
    effectiveOn: '2027-02-15' as LocalDate,
  },
  extension: {
    ...common,
    dossierCode: 'H18.12-351025-0011',
    expiredBeforeOn: '2036-01-04' as LocalDate,
    termYears: 2,
    expiresOn: '2038-01-04' as LocalDate,
  },
  reissue: {
    ...common,
    dossierCode: 'H18.12-270125-0004',
    reason: 'bị hư hỏng',
    expiresOn: '2036-01-04' as LocalDate,
  },
  suspension: {
    ...common,
    recipients: toArticleFive,
    signer: { title: 'Giám đốc', name: 'Lò Văn Thưởng' },
    reasons: [
      'Không báo cáo định kỳ năm 2026 sau hai lần được nhắc bằng văn bản',
      'Không ghi nguồn của thông tin tổng hợp trên trang chủ',
    ],
    fromOn: '2027-02-15' as LocalDate,
    untilOn: '2027-05-15' as LocalDate,
    appealUntil: '2027-05-16' as LocalDate,
    remedies: [
      'Tạm dừng cung cấp thông tin tổng hợp trên trang thông tin điện tử',
      'Khắc phục vi phạm và báo cáo bằng văn bản trước khi hết thời hạn đình chỉ',
    ],
  },
  lifting: {
    ...common,
    reason: 'Đã khắc phục xong vi phạm, được kiểm tra và xác nhận ngày 20 tháng 4 năm 2027',
    suspendedOn: '2027-02-15' as LocalDate,
    fromOn: '2027-04-21' as LocalDate,
    expiresOn: '2036-01-04' as LocalDate,
  },
  revocation: {
    ...common,
    recipients: toArticleFive,
    appealUntil: '2027-08-18' as LocalDate,
    signer: {
      authority: 'TM. ỦY BAN NHÂN DÂN\u00a0TỈNH',
      title: 'Chủ tịch',
      name: 'Lê Thành Đô',
    },
    reasons: ['Không khắc phục vi phạm khi hết thời hạn đình chỉ'],
    fromOn: '2027-05-20' as LocalDate,
    duties: [
      'Chấm dứt cung cấp thông tin tổng hợp trên trang thông tin điện tử',
      'Nộp lại bản giấy của giấy phép trong thời hạn 05 ngày làm việc',
    ],
  },
};
