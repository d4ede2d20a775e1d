import type { LetterCommonFacts, LetterFacts } from '#libs/documents/letters.js';
import type { LocalDate } from '#libs/kernel/time.js';

const contactPhone = '0215 3811 456';
const common: Omit<LetterCommonFacts, 'verificationUrl'> = {
  letterNumber: '207/SVHTTDL-TTBCXB',
  issuedOn: '2027-01-04' as LocalDate,
  place: 'Điện Biên',
  authority: { parent: 'Ủy ban nhân dân tỉnh Điện Biên', name: 'Sở Văn hóa, Thể thao và Du lịch' },
  holder: {
    name: 'Công ty Cổ phần Truyền thông Mường Thanh',
    address: 'Số 12, đường Võ Nguyên Giáp, phường Mường Thanh, tỉnh Điện Biên',
  },
  licence: {
    number: '05/GP-TTĐT',
    issuedOn: '2026-01-05' as LocalDate,
    subject: 'Thiết lập trang thông tin điện tử tổng hợp trên mạng',
  },
  legalGrounds: ['Nghị định số 72/2013/NĐ-CP ngày 15 tháng 7 năm 2013 của Chính phủ'],
  recipients: ['Như trên', 'Lưu: VT, TTBCXB (02)'],
  signer: {
    authority: 'TL. GIÁM ĐỐC',
    title: 'Trưởng phòng Thông tin, Báo chí, Xuất bản',
    name: 'Cà Văn Diên',
  },
  provisional: false,
};

/** One letter of each kind, as the office would send it. */
export const letterFacts: LetterFacts = {
  reminder: {
    ...common,
    contactPhone,
    duty: 'gửi báo cáo định kỳ năm 2026 về hoạt động của trang thông tin điện tử tổng hợp',
    dueOn: '2027-01-15' as LocalDate,
    items: ['Báo cáo theo mẫu', 'Danh sách nguồn tin đang dẫn lại'],
    verificationUrl: 'https://dichvucong.dienbien.example.vn/x/8QT4X2NBWK',
  },
  demand: {
    ...common,
    contactPhone,
    letterNumber: '215/SVHTTDL-TTBCXB',
    issuedOn: '2027-01-20' as LocalDate,
    signer: { authority: 'KT. GIÁM ĐỐC', title: 'Phó Giám đốc', name: 'Nguyễn Thị Hồng Vượng' },
    subject: 'báo cáo và khắc phục vi phạm',
    findings: [
      'Báo cáo định kỳ năm 2026 chưa được gửi',
      'Bài đăng ngày 11 tháng 01 năm 2027 không ghi nguồn',
    ],
    demands: ['Gửi báo cáo định kỳ năm 2026', 'Bổ sung nguồn của thông tin tổng hợp trên trang chủ'],
    answerUntil: '2027-02-01' as LocalDate,
    consequence: 'Sở Văn hóa, Thể thao và Du lịch sẽ xem xét đình chỉ hiệu lực giấy phép theo quy định.',
    verificationUrl: 'https://dichvucong.dienbien.example.vn/x/3KD7H2PWAC',
  },
  confirmation: {
    ...common,
    letterNumber: '231/SVHTTDL-TTBCXB',
    issuedOn: '2027-03-09' as LocalDate,
    what: 'thay đổi địa chỉ trụ sở chính',
    since: '2027-02-26' as LocalDate,
    changed: {
      before: 'Số 12, đường Võ Nguyên Giáp, phường Mường Thanh, tỉnh Điện Biên',
      after: 'Số 40, đường Trường Chinh, phường Mường Thanh, tỉnh Điện Biên',
    },
    validUntil: '2036-01-05' as LocalDate,
    dossierCode: 'H18.09-270301-0004',
    verificationUrl: 'https://dichvucong.dienbien.example.vn/x/5PA2H7MWQC',
  },
};
