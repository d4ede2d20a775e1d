/** After the use of official letters; no prescribed blank of them could be read. */
export const letterWording = {
  number: 'Số: {number}',
  to: 'Kính gửi: ',
  address: '(địa chỉ: {address})',
  grounds:
    'Căn cứ {grounds}; Giấy phép {subject} số {licence} {licenceDate} cấp cho {holder}, {unit} có ý kiến như sau:',
  ending: 'Mọi vướng mắc, đề nghị liên hệ {unit}, số điện thoại {phone}, để được hướng dẫn./.',
  dossier: 'Mã hồ sơ: {dossier}',
  check: 'Quét mã để kiểm tra văn bản hoặc truy cập: {url}',
  checkAlt: 'Mã QR dẫn đến trang kiểm tra văn bản: {url}',
  claim: 'Mã chứng thực ngoại tuyến',
  claimAlt: 'Mã QR chứa bản chứng thực có chữ ký, kiểm tra được khi không có mạng',
  reminder: {
    about: 'V/v nhắc thực hiện nghĩa vụ theo Giấy phép số {licence}',
    duty: '{unit} đề nghị {holder} {duty}, chậm nhất vào {due}.',
    dutyWithItems: '{unit} đề nghị {holder} {duty}, chậm nhất vào {due}, gồm:',
  },
  confirmation: {
    about: 'V/v xác nhận {what}',
    told: '{unit} xác nhận {holder} đã thông báo {what} kể từ {since}.',
    changed: 'Trước khi thay đổi: {before}. Sau khi thay đổi: {after}.',
    now: 'Sau khi thay đổi: {after}.',
    remains: 'Giấy phép nêu trên tiếp tục có hiệu lực đến hết {until}. Văn bản này được lưu kèm Giấy phép.',
    ends: 'Giấy phép nêu trên hết hiệu lực kể từ {since}.',
    ending: 'Mọi vướng mắc, đề nghị liên hệ {unit} để được hướng dẫn./.',
  },
  demand: {
    about: 'V/v yêu cầu {subject}',
    findings: 'Qua theo dõi, kiểm tra việc thực hiện giấy phép nêu trên, {unit} ghi nhận:',
    demands: '{unit} yêu cầu {holder}:',
    until: 'Kết quả thực hiện gửi về {unit} chậm nhất vào {until}. Quá thời hạn nêu trên, {consequence}.',
  },
} as const;
