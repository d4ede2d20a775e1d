import type { SlipCommonFacts, SlipFacts } from '#libs/documents/slips.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';

const common: SlipCommonFacts = {
  authority: {
    parent: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Điện Biên',
    name: 'Bộ phận Tiếp nhận và Trả kết quả',
  },
  slipNumber: '07/TNHS',
  place: 'Điện Biên',
  madeAt: '2025-12-15T02:05:00.000Z' as Instant,
  dossierCode: 'H18.12-251215-0007',
  procedureName: 'Cấp giấy phép thiết lập trang thông tin điện tử tổng hợp',
  applicant: {
    name: 'Công ty Cổ phần Truyền thông Mường Thanh',
    address: 'Số 12, đường Võ Nguyên Giáp, phường Mường Thanh, tỉnh Điện Biên',
    phone: '0215 3825 123',
    email: 'lienhe@muongthanh.example.vn',
  },
  contactPhone: '0215 3811 456',
  provisional: false,
  verificationUrl: 'https://dichvucong.dienbien.example.vn/x/7KQ2M9XWRT',
};

const agency = { parent: 'Ủy ban nhân dân tỉnh Điện Biên', name: 'Sở Văn hóa, Thể thao và Du lịch' };
const signer = { authority: 'KT. GIÁM ĐỐC', title: 'Phó Giám đốc', name: 'Nguyễn Thị Hồng Vượng' };
const received = {
  receivedAt: '2025-12-15T01:40:00.000Z' as Instant,
  appointedAt: '2025-12-29T09:30:00.000Z' as Instant,
};

/** One slip of each kind, as the desk would give it out. */
export const slipFacts: SlipFacts = {
  receipt: {
    ...common,
    ...received,
    papers: [
      {
        name: 'Đơn đề nghị cấp giấy phép thiết lập trang thông tin điện tử tổng hợp (Mẫu số 23)',
        copies: 1,
        form: 'Bản chính',
      },
      { name: 'Giấy chứng nhận đăng ký doanh nghiệp', copies: 1, form: 'Bản sao chứng thực' },
      { name: 'Đề án hoạt động có chữ ký và đóng dấu của người đứng đầu', copies: 1, form: 'Bản chính' },
      { name: 'Văn bản chấp thuận của Báo Nhân Dân', copies: 1, form: 'Bản chính điện tử' },
    ],
    sets: 1,
    limit: '10 ngày làm việc',
    resultAt: 'Tại Bộ phận Tiếp nhận và Trả kết quả',
    fee: 'Không',
    register: { volume: '01/2025', entry: '312' },
    officer: 'Lường Thị Phương',
  },
  supplement: {
    ...common,
    slipNumber: '12/HDHS',
    items: [
      {
        paper: 'Đề án hoạt động',
        wanted:
          'Bổ sung phương án về nhân sự quản lý kỹ thuật; nêu rõ địa điểm đặt hệ thống máy chủ tại Việt Nam',
      },
      {
        paper: 'Văn bản chấp thuận của các tổ chức cung cấp nguồn tin',
        wanted: 'Bổ sung văn bản của Thông tấn xã Việt Nam',
      },
    ],
    reason:
      'Hồ sơ chưa đủ thành phần theo Điều 23đ Nghị định số 72/2013/NĐ-CP (được bổ sung tại Nghị định số 27/2018/NĐ-CP)',
    answerUntil: '2026-01-16' as LocalDate,
    officer: 'Lò Văn Hặc',
  },
  refusal: {
    ...common,
    slipNumber: '03/TCHS',
    reasons: [
      'Trang thông tin điện tử nêu trong hồ sơ là trang nội bộ, không thuộc đối tượng phải cấp giấy phép',
      'Tên miền đề nghị trùng với tên cơ quan báo chí',
    ],
    guidance:
      'Tổ chức rà soát lại loại hình trang thông tin điện tử; trường hợp thiết lập trang tổng hợp, đề nghị chọn tên miền khác và nộp lại hồ sơ',
    officer: 'Lường Thị Phương',
  },
  apology: {
    ...common,
    ...received,
    authority: agency,
    slipNumber: '45/XL-SVHTTDL',
    newAppointmentOn: '2026-01-08' as LocalDate,
    reason: 'cơ quan phối hợp có ý kiến chậm, cần thêm thời gian để tổng hợp',
    signer,
  },
  stop: {
    ...common,
    ...received,
    authority: agency,
    slipNumber: '46/TB-SVHTTDL',
    requestedOn: '2025-12-19' as LocalDate,
    reasons: ['Tổ chức thay đổi kế hoạch kinh doanh, không tiếp tục đề nghị cấp giấy phép'],
    stage: 'Thẩm định hồ sơ',
    fees: 'Không phát sinh',
    signer,
  },
};
