import type { Variable } from './variable.js';

/** Where services of others are reached: those that carry notices, and those that sign. */
export const serviceVariables = {
  SMTP_URL: {
    describes: {
      vi: 'Máy chủ thư điện tử gửi thông báo, ví dụ smtps://tên:mậtkhẩu@máy:465',
      en: 'Mail server for notices, as smtps://user:password@host:465',
    },
    otherwise: 'no mail; in a demonstration a folder of mails',
    secret: true,
  },
  HOSO_MAIL_FROM: {
    describes: { vi: 'Địa chỉ người gửi thư thông báo', en: 'Sender address of notices' },
    otherwise: 'hoso@localhost',
  },
  HOSO_BOUNCE_TOKEN: {
    describes: {
      vi: 'Mã để máy chủ thư nộp lại thư bị trả về (POST /notifications/bounces)',
      en: 'Token by which the mail server hands in mails that came back (POST /notifications/bounces)',
    },
    otherwise: 'mails that come back are not taken',
    secret: true,
  },
  HOSO_SMS_URL: {
    describes: { vi: 'Địa chỉ HTTP của nhà cung cấp tin nhắn SMS', en: 'HTTP address of the SMS provider' },
    otherwise: 'no text messages',
    secret: true,
  },
  HOSO_SMS_TOKEN: {
    describes: { vi: 'Mã truy cập của nhà cung cấp SMS', en: 'Access token of the SMS provider' },
    otherwise: 'none',
    secret: true,
  },
  HOSO_ZALO_URL: {
    describes: { vi: 'Địa chỉ HTTP gửi tin mẫu Zalo (ZNS)', en: 'HTTP address for Zalo template messages' },
    otherwise: 'no Zalo messages',
    secret: true,
  },
  HOSO_ZALO_TOKEN: {
    describes: { vi: 'Mã truy cập của Zalo', en: 'Access token for Zalo' },
    otherwise: 'none',
    secret: true,
  },
  HOSO_SIGNER_URL: {
    describes: {
      vi: 'Địa chỉ HTTP của dịch vụ ký số từ xa',
      en: 'HTTP address of the service that signs',
    },
    otherwise: 'keys of a demonstration; outside one certificates wait',
    secret: true,
  },
  HOSO_SIGNER_TOKEN: {
    describes: { vi: 'Mã truy cập của dịch vụ ký số', en: 'Access token of the service that signs' },
    otherwise: 'none',
    secret: true,
  },
  HOSO_SIGNER_CALLBACK_TOKEN: {
    describes: {
      vi: 'Mã để dịch vụ ký số báo đã có trả lời (POST /signing/callbacks)',
      en: 'Token by which the service that signs tells that it has an answer (POST /signing/callbacks)',
    },
    otherwise: 'the service is asked from time to time',
    secret: true,
  },
  HOSO_SIGNER_PATIENCE_SECONDS: {
    describes: {
      vi: 'Số giây chờ dịch vụ ký số hoặc dấu thời gian không trả lời trước khi báo cho văn thư',
      en: 'Seconds that a service that signs or stamps the time may be silent before the records clerk is told',
    },
    otherwise: '300',
  },
  HOSO_TSA_URL: {
    describes: {
      vi: 'Địa chỉ HTTP của dịch vụ cấp dấu thời gian (RFC 3161)',
      en: 'HTTP address of the time-stamp authority (RFC 3161)',
    },
    otherwise: 'signatures without time stamps',
    secret: true,
  },
} as const satisfies Record<string, Variable>;
