import type { ForwardingFacts } from '#libs/documents/forwarding-letter.js';
import { denialFacts } from './denial-facts.js';

const { reasons: _reasons, procedureName: _procedureName, ...common } = denialFacts;

export const forwardingFacts: ForwardingFacts = {
  ...common,
  addressee: {
    name: 'Cục Phát thanh, truyền hình và Thông tin điện tử',
    address: 'Bộ Văn hóa, Thể thao và Du lịch, thành phố Hà Nội',
  },
  applicant: {
    name: 'Báo Điện Biên Phủ',
    address: 'Đường 7 tháng 5, phường Mường Thanh, tỉnh Điện Biên',
  },
  request: 'Thiết lập trang thông tin điện tử tổng hợp trên mạng',
  checked: [
    'Cơ quan báo chí có giấy phép hoạt động báo chí còn hiệu lực',
    'Có nhân sự chịu trách nhiệm quản lý nội dung thông tin, có quy trình quản lý thông tin công cộng',
    'Tên miền, máy chủ và biện pháp bảo đảm an toàn thông tin đáp ứng điều kiện quy định',
  ],
  enclosures: [
    'Đơn đề nghị cấp giấy phép thiết lập trang thông tin điện tử tổng hợp',
    'Giấy phép hoạt động báo chí (bản sao hợp lệ)',
    'Đề án hoạt động trang thông tin điện tử tổng hợp',
  ],
};
