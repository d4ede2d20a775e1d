import type { DenialFacts } from '#libs/documents/denial-letter.js';
import type { LocalDate } from '#libs/kernel/time.js';

export const denialFacts: DenialFacts = {
  letterNumber: '128/SVHTTDL-TTBCXB',
  issuedOn: '2025-12-26' as LocalDate,
  place: 'Điện Biên',
  authority: { parent: 'Ủy ban nhân dân tỉnh Điện Biên', name: 'Sở Văn hóa, Thể thao và Du lịch' },
  applicant: {
    name: 'Công ty Cổ phần Truyền thông Mường Thanh',
    address: 'Số 12, đường Võ Nguyên Giáp, phường Mường Thanh, tỉnh Điện Biên',
  },
  procedureName: 'Cấp giấy phép thiết lập trang thông tin điện tử tổng hợp',
  dossierCode: 'H18.12-251215-0007',
  receivedOn: '2025-12-15' as LocalDate,
  legalGrounds: [
    'Nghị định số 72/2013/NĐ-CP ngày 15 tháng 7 năm 2013 của Chính phủ',
    'Nghị định số 27/2018/NĐ-CP ngày 01 tháng 3 năm 2018 của Chính phủ',
  ],
  reasons: [
    'Nhân sự chịu trách nhiệm quản lý nội dung thông tin chưa đáp ứng điều kiện quy định tại Điều 23a',
    'Hệ thống máy chủ nêu trong đề án không đặt tại Việt Nam, không đáp ứng điều kiện quy định tại Điều 23c',
  ],
  contactPhone: '0215 3811 456',
  recipients: ['Như trên', 'Bộ phận Tiếp nhận và Trả kết quả', 'Lưu: VT, TTBCXB (02)'],
  signer: { authority: 'KT. GIÁM ĐỐC', title: 'Phó Giám đốc', name: 'Nguyễn Thị Hồng Vượng' },
  provisional: false,
  verificationUrl: 'https://dichvucong.dienbien.example.vn/x/7KQ2M9XWRT',
};
