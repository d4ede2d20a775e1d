/** A decision that weighs on its holder says until when it may be complained of (Law on Complaints 2011 Art. 9). */
const appeal =
  '{holder} có quyền khiếu nại Quyết định này theo quy định của pháp luật về khiếu nại, chậm nhất vào {until}.';

/** After the use of issued decisions of this kind; no prescribed blank of them could be read. */
export const decisionWording = {
  title: 'QUYẾT ĐỊNH',
  number: 'Số: {number}',
  ground: 'Căn cứ {ground}',
  licenceGround: 'Căn cứ Giấy phép số {licence} {licenceDate} cấp cho {holder}',
  application: 'Xét hồ sơ đề nghị của {holder}, mã hồ sơ {dossier}',
  proposal: 'Theo đề nghị của {proposer}',
  decides: 'QUYẾT ĐỊNH:',
  inForce: 'Quyết định này có hiệu lực kể từ ngày ký.',
  enforcement: '{holder} và các cơ quan, tổ chức có liên quan chịu trách nhiệm thi hành Quyết định này./.',
  rest: 'Các nội dung khác của Giấy phép số {licence} {licenceDate} không thay đổi. Quyết định này là một phần không tách rời của Giấy phép.',
  holderTitle: '{name}; địa chỉ trụ sở chính: {address}',
  taxCode: '; mã số doanh nghiệp (mã số thuế): {taxCode}',
  dossier: 'Mã hồ sơ: {dossier}',
  check: 'Quét mã để kiểm tra quyết định hoặc truy cập: {url}',
  checkAlt: 'Mã QR dẫn đến trang kiểm tra quyết định: {url}',
  claim: 'Mã chứng thực ngoại tuyến',
  claimAlt: 'Mã QR chứa bản chứng thực có chữ ký, kiểm tra được khi không có mạng',
  amendment: {
    subject: 'Về việc sửa đổi, bổ sung Giấy phép {subject}',
    opening:
      'Sửa đổi, bổ sung Giấy phép {subject} số {licence} {licenceDate} cấp cho {holderTitle}, như sau:',
    columns: ['TT', 'Nội dung', 'Theo giấy phép đã cấp', 'Sửa đổi, bổ sung thành'],
    inForce: 'Quyết định này có hiệu lực từ {from}.',
  },
  extension: {
    subject: 'Về việc gia hạn Giấy phép {subject}',
    opening:
      'Gia hạn Giấy phép {subject} số {licence} {licenceDate} cấp cho {holderTitle}: thêm {years} năm, từ sau {before} đến hết {to}.',
  },
  reissue: {
    subject: 'Về việc cấp lại Giấy phép {subject}',
    opening:
      'Cấp lại Giấy phép {subject} số {licence} {licenceDate} cho {holderTitle}. Lý do cấp lại: giấy phép đã cấp {reason}.',
    term: 'Giấy phép cấp lại giữ nguyên nội dung và thời hạn của giấy phép đã cấp, có giá trị đến hết {to}. Bản giấy phép đã cấp trước đây không còn giá trị sử dụng.',
  },
  suspension: {
    appeal,
    subject: 'Về việc đình chỉ hiệu lực Giấy phép {subject}',
    opening:
      'Đình chỉ hiệu lực Giấy phép {subject} số {licence} {licenceDate} cấp cho {holderTitle}, {period}, vì các lý do sau đây:',
    until: 'từ {from} đến hết {to}',
    open: 'từ {from} cho đến khi khắc phục xong vi phạm',
    remedies: 'Trong thời gian bị đình chỉ, {holder} có trách nhiệm:',
  },
  lifting: {
    subject: 'Về việc chấm dứt đình chỉ hiệu lực Giấy phép {subject}',
    opening:
      'Chấm dứt đình chỉ hiệu lực Giấy phép {subject} số {licence} {licenceDate} cấp cho {holderTitle}, đã bị đình chỉ từ {suspended}. Lý do: {reason}.',
    term: 'Giấy phép nêu trên có hiệu lực trở lại kể từ {from}, có giá trị đến hết {to}. Thời hạn của Giấy phép không thay đổi.',
  },
  revocation: {
    appeal,
    subject: 'Về việc thu hồi Giấy phép {subject}',
    opening:
      'Thu hồi Giấy phép {subject} số {licence} {licenceDate} cấp cho {holderTitle}, kể từ {from}, vì các lý do sau đây:',
    duties: '{holder} có trách nhiệm:',
  },
} as const;
