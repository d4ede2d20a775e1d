import type { RecordFacts } from '#libs/documents/records.js';
import type { Instant, LocalDate } from '#libs/kernel/time.js';

const common = {
  authority: {
    parent: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Điện Biên',
    name: 'Bộ phận Tiếp nhận và Trả kết quả',
  },
  place: 'Điện Biên',
  madeAt: '2026-01-05T02:05:00.000Z' as Instant,
  signer: { title: 'Người lập', name: 'Lường Thị Phương' },
  provisional: false,
  verificationUrl: 'https://dichvucong.dienbien.example.vn/x/7KQ2M9XWRT',
};

/** One record of each kind, as the desk would draw it from the log. */
export const recordFacts: RecordFacts = {
  controlSlip: {
    ...common,
    recordNumber: '07/PKS',
    dossierCode: 'H18.12-251215-0007',
    procedureName: 'Cấp giấy phép thiết lập trang thông tin điện tử tổng hợp',
    applicant: {
      name: 'Công ty Cổ phần Truyền thông Mường Thanh',
      address: 'Số 12, đường Võ Nguyên Giáp, phường Mường Thanh, tỉnh Điện Biên',
    },
    receivedAt: '2025-12-15T01:40:00.000Z' as Instant,
    appointedAt: '2025-12-29T09:30:00.000Z' as Instant,
    steps: [
      {
        from: 'Bộ phận Tiếp nhận và Trả kết quả',
        to: 'Phòng Thông tin, Báo chí, Xuất bản',
        at: '2025-12-15T02:10:00.000Z' as Instant,
        result: 'early',
      },
      {
        from: 'Phòng Thông tin, Báo chí, Xuất bản',
        to: 'Công an tỉnh',
        at: '2025-12-17T07:30:00.000Z' as Instant,
        result: 'onTime',
        note: 'Lấy ý kiến phối hợp',
      },
      {
        from: 'Công an tỉnh',
        to: 'Phòng Thông tin, Báo chí, Xuất bản',
        at: '2025-12-26T03:00:00.000Z' as Instant,
        result: 'late',
        note: 'Đã gửi văn bản xin lỗi số 45/SVHTTDL',
      },
      {
        from: 'Phòng Thông tin, Báo chí, Xuất bản',
        to: 'Lãnh đạo Sở',
        at: '2025-12-29T02:00:00.000Z' as Instant,
      },
    ],
  },
  registerExtract: {
    ...common,
    recordNumber: '01/2026/TS',
    fromOn: '2025-12-15' as LocalDate,
    toOn: '2025-12-31' as LocalDate,
    entries: Array.from({ length: 18 }, (_, index) => ({
      dossierCode: `H18.12-2512${15 + (index % 15)}-00${String(index + 7).padStart(2, '0')}`,
      procedureName: 'Cấp giấy phép thiết lập trang thông tin điện tử tổng hợp',
      sets: 1,
      applicant: index % 2 === 0 ? 'Công ty Cổ phần Truyền thông Mường Thanh' : 'Hợp tác xã Ong Mường Ảng',
      contact: `Phường Mường Thanh, tỉnh Điện Biên; 0215 3825 ${100 + index}`,
      agency: 'Sở Văn hóa, Thể thao và Du lịch',
      receivedOn: `2025-12-${15 + (index % 15)}` as LocalDate,
      appointedOn: '2026-01-12' as LocalDate,
      ...(index < 9 ? { returnedOn: '2026-01-05' as LocalDate } : {}),
      way: index % 3 === 0 ? 'Trực tuyến' : 'Bưu chính công ích',
      ...(index === 4 ? { note: 'Bổ sung 01 lần' } : {}),
    })),
  },
  departmentSummary: {
    ...common,
    authority: {
      parent: 'Ủy ban nhân dân tỉnh Điện Biên',
      name: 'Sở Văn hóa, Thể thao và Du lịch',
    },
    recordNumber: '10482/BC-TH',
    signer: { title: 'Giám đốc', name: '(Ký, ghi rõ họ tên)' },
    addressees: ['Bộ Văn hóa, Thể thao và Du lịch', 'Ủy ban nhân dân tỉnh Điện Biên'],
    periodName: '6 tháng cuối năm 2025',
    fromOn: '2025-07-01' as LocalDate,
    toOn: '2025-12-31' as LocalDate,
    asOfOn: '2026-01-05' as LocalDate,
    licences: [
      { label: 'Còn hiệu lực', count: 41 },
      { label: 'Bị đình chỉ', count: 2 },
    ],
    acts: [
      { label: 'Cấp giấy phép', count: 7 },
      { label: 'Gia hạn', count: 3 },
    ],
    duties: [
      { label: 'Đã thực hiện đúng hạn', count: 12 },
      { label: 'Quá hạn', count: 28 },
    ],
    violations: [
      { label: 'Không khắc phục trong thời hạn yêu cầu', findings: 1, suspensions: 2, revocations: 0 },
    ],
    late: Array.from({ length: 28 }, (_, index) => ({
      licence: `${String(index + 1).padStart(2, '0')}/GP-TTĐT`,
      holder: index % 2 === 0 ? 'Công ty Cổ phần Truyền thông Mường Thanh' : 'Hợp tác xã Ong Mường Ảng',
      duty: 'Báo cáo đột xuất',
      dueOn: '2025-11-20' as LocalDate,
      standing: 'Chưa nộp báo cáo',
    })),
    reported: [
      {
        licence: '39/GP-TTĐT',
        holder: 'Trường Cao đẳng Điện Biên',
        duty: 'Báo cáo đột xuất',
        dueOn: '2025-11-20' as LocalDate,
        submittedOn: '2025-11-18' as LocalDate,
        standing: 'Đã thực hiện đúng hạn',
      },
    ],
  },
};
