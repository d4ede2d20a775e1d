import type { CertificateFacts } from '#libs/documents/certificate.js';
import type { LocalDate } from '#libs/kernel/time.js';

/** A certificate as the office would issue it; tests change what matters to them. */
export function certificateFacts(change: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    licenceNumber: '05/GP-TTĐT',
    issuedOn: '2026-01-05' as LocalDate,
    place: 'Điện Biên',
    authority: {
      parent: 'Ủy ban nhân dân tỉnh Điện Biên',
      name: 'Sở Văn hóa, Thể thao và Du lịch',
      decider: 'Giám đốc Sở Văn hóa, Thể thao và Du lịch',
    },
    subject: 'Thiết lập trang thông tin điện tử tổng hợp trên mạng',
    holder: {
      name: 'Công ty Cổ phần Truyền thông Mường Thanh',
      taxCode: '5600123458',
      registration:
        'Giấy chứng nhận đăng ký doanh nghiệp số 5600123458 do Sở Tài chính tỉnh Điện Biên cấp ngày 12/3/2019',
      address: 'Số 12, đường Võ Nguyên Giáp, phường Mường Thanh, tỉnh Điện Biên',
      phone: '0215 3825 123',
      email: 'lienhe@muongthanh.example.vn',
      legalRepresentative: 'Ông Lò Văn Thưởng, Giám đốc',
    },
    site: {
      name: 'Điện Biên Tổng hợp',
      domain: 'tonghop.muongthanh.example.vn',
      servers: 'Trung tâm dữ liệu tại Khu công nghệ cao Hòa Lạc, thành phố Hà Nội',
    },
    purpose: 'Cung cấp thông tin tổng hợp về kinh tế, văn hóa, du lịch phục vụ nhân dân trong tỉnh',
    scope:
      'Tin tức tổng hợp về kinh tế - xã hội, văn hóa, du lịch, giáo dục, y tế được trích dẫn nguyên văn từ nguồn tin chính thức',
    columns: ['Thời sự', 'Kinh tế', 'Văn hóa - Du lịch', 'Giáo dục', 'Y tế'],
    responsiblePerson: {
      name: 'Bà Quàng Thị Nguyệt Ánh',
      position: 'Trưởng ban Biên tập',
      phone: '0912 345 678',
      email: 'anh.qtn@muongthanh.example.vn',
    },
    sources: [
      'Báo Nhân Dân (nhandan.vn)',
      'Báo và Phát thanh, Truyền hình Điện Biên (baodienbienphu.vn)',
      'Thông tấn xã Việt Nam (vnanet.vn)',
    ],
    termYears: 10,
    validFrom: '2026-01-05' as LocalDate,
    expiresOn: '2036-01-04' as LocalDate,
    legalGrounds: [
      'Nghị định số 72/2013/NĐ-CP ngày 15 tháng 7 năm 2013 của Chính phủ về quản lý, cung cấp, sử dụng dịch vụ Internet và thông tin trên mạng',
      'Nghị định số 27/2018/NĐ-CP ngày 01 tháng 3 năm 2018 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 72/2013/NĐ-CP',
      'Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính',
    ],
    proposedBy: 'Trưởng phòng Thông tin, Báo chí, Xuất bản',
    obligations: [
      'Đăng nguyên văn thông tin, ghi rõ tên tác giả, tên cơ quan của nguồn tin chính thức và thời gian đăng, phát thông tin đó',
      'Ghi trên trang chủ tên tổ chức quản lý, địa chỉ liên lạc, thư điện tử, số điện thoại, người chịu trách nhiệm quản lý nội dung, số giấy phép còn hiệu lực, ngày cấp, cơ quan cấp giấy phép',
      'Gỡ bỏ nội dung vi phạm chậm nhất 03 giờ kể từ khi tự phát hiện hoặc khi có yêu cầu của cơ quan có thẩm quyền',
      'Lưu trữ thông tin tổng hợp tối thiểu 90 ngày kể từ thời điểm đăng, lưu nhật ký xử lý thông tin tối thiểu 02 năm',
      'Báo cáo định kỳ mỗi năm một lần trước ngày 15 tháng 01 và báo cáo đột xuất theo yêu cầu của cơ quan có thẩm quyền',
    ],
    recipients: [
      'Như Điều 4',
      'Cục Phát thanh, truyền hình và thông tin điện tử (để b/c)',
      'Công an tỉnh (để p/h)',
      'Lưu: VT, TTBCXB (02)',
    ],
    signer: { authority: 'KT. GIÁM ĐỐC', title: 'Phó Giám đốc', name: 'Nguyễn Thị Hồng Vượng' },
    provisional: false,
    verificationUrl: 'https://dichvucong.dienbien.example.vn/x/7KQ2M9XWRT',
    dossierCode: 'H18.12-251215-0007',
    ...change,
  };
}
