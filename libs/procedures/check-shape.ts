import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type ProcedureFault, fault } from './fault.js';
import { schemaFolder } from './load-schema-folder.js';
import type { Procedure } from './procedure.js';

export type Shape =
  | { readonly valid: true; readonly procedure: Procedure }
  | { readonly valid: false; readonly faults: readonly ProcedureFault[] };

/** Whether a value read from outside has the shape of a procedure: nothing lacking, nothing unknown. All faults at once. */
export type ShapeCheck = (value: unknown) => Shape;

export function createShapeCheck(): ShapeCheck {
  const ajv = new Ajv2020({
    allErrors: true,
    discriminator: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
  });
  addFormats.default(ajv, ['date']);
  const schema: unknown = JSON.parse(
    readFileSync(join(schemaFolder('procedures'), 'procedure.schema.json'), 'utf8'),
  );
  const validate = ajv.compile<Procedure>(schema as object);
  return (value) =>
    validate(value)
      ? { valid: true, procedure: value }
      : { valid: false, faults: (validate.errors ?? []).map(shapeFault) };
}

function shapeFault(error: ErrorObject): ProcedureFault {
  const path = pathOf(error);
  const { vi, en } = SAYINGS[error.keyword] ?? OTHERWISE;
  const detail = error.message ?? error.keyword;
  return fault(path, `shape.${error.keyword}`, { vi: `${vi} (${detail})`, en: `${en} (${detail})` });
}

const OTHERWISE = { vi: 'Giá trị không hợp lệ', en: 'Invalid value' };
const SAYINGS: Readonly<Record<string, typeof OTHERWISE>> = {
  required: { vi: 'Thiếu thành phần bắt buộc', en: 'A required part is missing' },
  additionalProperties: { vi: 'Thành phần không có trong cấu trúc', en: 'The structure has no such part' },
  type: { vi: 'Sai kiểu dữ liệu', en: 'Wrong type' },
  enum: { vi: 'Giá trị không thuộc danh mục cho phép', en: 'Not one of the allowed values' },
  pattern: { vi: 'Sai định dạng', en: 'Wrong format' },
  format: { vi: 'Sai định dạng', en: 'Wrong format' },
  discriminator: { vi: 'Loại không xác định', en: 'Unknown kind' },
};

/** Ajv names the object that lacks a part, or has one too many; people look for the part. */
function pathOf({ instancePath, params }: ErrorObject): string {
  const lacking: unknown = params['missingProperty'] ?? params['additionalProperty'];
  const pointer = typeof lacking === 'string' ? `${instancePath}/${lacking}` : instancePath;
  return pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/u.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./u, '');
}
