import type { Bilingual } from '#libs/kernel/bilingual.js';

export type FormFaultCode =
  | 'missing'
  | 'unknownField'
  | 'wrongType'
  | 'badFormat'
  | 'notAllowed'
  | 'tooShort'
  | 'tooLong'
  | 'outOfRange'
  | 'tooFew'
  | 'tooMany'
  | 'duplicate'
  | 'tooLarge'
  | 'unknownForm';

/** What is wrong with an answer: `path` is a JSON pointer, `/site/domains/0`; empty for the form as a whole. */
export interface FormFault {
  readonly path: string;
  readonly code: FormFaultCode;
  readonly message: Bilingual;
}

type SimpleCode = Exclude<FormFaultCode, 'tooLarge' | 'unknownForm'>;

export const SAYINGS: Readonly<Record<FormFaultCode, Bilingual>> = {
  missing: { vi: 'nội dung bắt buộc', en: 'is required' },
  unknownField: { vi: 'biểu mẫu không có nội dung này', en: 'is no field of this form' },
  wrongType: { vi: 'sai kiểu dữ liệu', en: 'has the wrong type' },
  badFormat: { vi: 'không đúng định dạng', en: 'has the wrong format' },
  notAllowed: { vi: 'giá trị không được chấp nhận', en: 'is not an allowed value' },
  tooShort: { vi: 'không được để trống', en: 'must not be empty' },
  tooLong: { vi: 'quá dài', en: 'is too long' },
  outOfRange: { vi: 'ngoài khoảng cho phép', en: 'is out of range' },
  tooFew: { vi: 'phải có ít nhất một mục', en: 'needs at least one entry' },
  tooMany: { vi: 'quá nhiều mục', en: 'has too many entries' },
  duplicate: { vi: 'có mục bị trùng', en: 'has an entry twice' },
  tooLarge: { vi: 'Nội dung kê khai quá lớn', en: 'The answers are too large' },
  unknownForm: { vi: 'Không có biểu mẫu này', en: 'There is no such form' },
};

/** Which fault a failed keyword of the schema is. Keywords that only combine others are not told. */
export const CODE_OF_KEYWORD: Readonly<Record<string, SimpleCode>> = {
  required: 'missing',
  additionalProperties: 'unknownField',
  type: 'wrongType',
  format: 'badFormat',
  pattern: 'badFormat',
  anyOf: 'badFormat',
  oneOf: 'notAllowed',
  enum: 'notAllowed',
  const: 'notAllowed',
  minLength: 'tooShort',
  maxLength: 'tooLong',
  minimum: 'outOfRange',
  maximum: 'outOfRange',
  minItems: 'tooFew',
  maxItems: 'tooMany',
  uniqueItems: 'duplicate',
};
