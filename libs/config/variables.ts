import type { Bilingual } from '#libs/kernel/bilingual.js';
import { serviceVariables } from './service-variables.js';
import type { Variable } from './variable.js';

/** Every variable of the environment that Hoso reads. A name with HOSO_ that is not here is a mistake. */
export const variables = {
  HOSO_PORT: {
    describes: { vi: 'Cổng mạng của máy chủ web (gateway)', en: 'Port of the gateway' },
    otherwise: '4000',
  },
  HOSO_WORKER_PORT: {
    describes: {
      vi: 'Cổng kiểm tra sức khỏe và số đo của worker',
      en: 'Port of the worker: health and metrics',
    },
    otherwise: 'HOSO_PORT + 1',
  },
  HOSO_PROJECTOR_PORT: {
    describes: {
      vi: 'Cổng kiểm tra sức khỏe và số đo của projector',
      en: 'Port of the projector: health and metrics',
    },
    otherwise: 'HOSO_PORT + 2',
  },
  HOSO_PUBLIC_URL: {
    describes: { vi: 'Địa chỉ mà người dùng truy cập', en: 'Address under which people reach the gateway' },
    otherwise: 'http://localhost:HOSO_PORT',
  },
  HOSO_DATA: {
    describes: {
      vi: 'Thư mục dữ liệu: máy chủ cục bộ, tệp đính kèm, khóa',
      en: 'Data folder: own servers, attachments, keys',
    },
    otherwise: '.hoso',
  },
  MONGODB_URI: {
    describes: {
      vi: 'Địa chỉ MongoDB (bộ sao chép); không có thì npm start tự chạy một máy chủ',
      en: 'Address of MongoDB (a replica set); without it npm start runs one',
    },
    otherwise: 'mongodb://127.0.0.1:27017/?directConnection=true',
    secret: true,
  },
  HOSO_DATABASE: {
    describes: { vi: 'Tên cơ sở dữ liệu', en: 'Name of the database' },
    otherwise: 'hoso',
  },
  TEMPORAL_ADDRESS: {
    describes: {
      vi: 'Địa chỉ Temporal; không có thì npm start tự chạy một máy chủ',
      en: 'Address of Temporal; without it npm start runs one',
    },
    otherwise: '127.0.0.1:7233',
  },
  HOSO_TEMPORAL_NAMESPACE: {
    describes: { vi: 'Không gian tên trong Temporal', en: 'Namespace in Temporal' },
    otherwise: 'default',
  },
  HOSO_TASK_QUEUE: {
    describes: {
      vi: 'Hàng đợi công việc của worker trong Temporal',
      en: 'Task queue of the workers in Temporal',
    },
    otherwise: 'hoso',
  },
  HOSO_ENGINES: {
    describes: {
      vi: 'Cách lấy máy chủ MongoDB và Temporal: auto hoặc docker',
      en: 'How MongoDB and Temporal are had: auto or docker',
    },
    otherwise: 'auto',
  },
  HOSO_MONGOD_IMAGE: {
    describes: {
      vi: 'Ảnh Docker của MongoDB khi HOSO_ENGINES=docker',
      en: 'Image of MongoDB for HOSO_ENGINES=docker',
    },
    otherwise: 'docker/images/mongod',
  },
  HOSO_TEMPORAL_IMAGE: {
    describes: {
      vi: 'Ảnh Docker của Temporal khi HOSO_ENGINES=docker',
      en: 'Image of Temporal for HOSO_ENGINES=docker',
    },
    otherwise: 'docker/images/temporal',
  },
  HOSO_DEMO: {
    describes: {
      vi: 'Chế độ trình diễn (true/false): cho dùng giá trị tạm thời và tài khoản mẫu; npm start bật sẵn',
      en: 'Demonstration (true/false): provisional figures and demo people are allowed; npm start sets it',
    },
    otherwise: 'false',
  },
  HOSO_OIDC_ISSUER: {
    describes: {
      vi: 'Địa chỉ nhà cung cấp định danh OpenID Connect; bắt buộc khi không trình diễn',
      en: 'OpenID Connect issuer; required outside a demonstration, where the gateway is its own',
    },
    otherwise: 'HOSO_PUBLIC_URL/oidc',
  },
  HOSO_OIDC_AUDIENCE: {
    describes: {
      vi: 'Đối tượng (audience) mà mã thông báo truy cập phải ghi',
      en: 'Audience that an access token must name',
    },
    otherwise: 'hoso',
  },
  HOSO_MAX_UPLOAD_BYTES: {
    describes: {
      vi: 'Dung lượng lớn nhất của một tệp đính kèm, tính bằng byte',
      en: 'Largest attachment, in bytes',
    },
    otherwise: '20971520',
  },
  HOSO_MAX_BODY_BYTES: {
    describes: {
      vi: 'Dung lượng lớn nhất của một yêu cầu không phải tệp, tính bằng byte',
      en: 'Largest request other than an upload, in bytes',
    },
    otherwise: '1048576',
  },
  ...serviceVariables,
  HOSO_LOG_LEVEL: {
    describes: {
      vi: 'Mức ghi nhật ký: trace, debug, info, warn, error hoặc fatal',
      en: 'Log level: trace, debug, info, warn, error or fatal',
    },
    otherwise: 'info',
  },
  HOSO_BUILD: {
    describes: {
      vi: 'Phiên bản phần mềm, ghi vào mọi sự kiện',
      en: 'Version of the software, stamped on every commit of the log',
    },
    otherwise: 'development',
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;

/** Set by the start script and the tests for their own children; nobody configures them. */
const INTERNAL_PREFIXES = ['HOSO_HOST_', 'HOSO_TEST_'];

export function isKnown(name: string): boolean {
  return Object.hasOwn(variables, name) || INTERNAL_PREFIXES.some((prefix) => name.startsWith(prefix));
}

export interface ConfigurationLine {
  readonly name: string;
  readonly describes: Bilingual;
  readonly otherwise: string;
}

/** The table for `--help` and the README. */
export function configurationHelp(): readonly ConfigurationLine[] {
  return Object.entries(variables).map(([name, { describes, otherwise }]) => ({
    name,
    describes,
    otherwise,
  }));
}
