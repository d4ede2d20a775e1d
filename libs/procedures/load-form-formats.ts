import type { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Weights of the check digit of a tax code; the last digit is 10 − (sum mod 11), written 0 where that is 10. */
const TAX_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];
const DOMAIN_LABEL =
  /^[\p{Ll}\p{Lo}\p{M}\p{Nd}](?:[\p{Ll}\p{Lo}\p{M}\p{Nd}-]{0,61}[\p{Ll}\p{Lo}\p{M}\p{Nd}])?$/u;

/** The kinds of text that forms ask for, beside those of the standard. */
export function addFormFormats(ajv: Ajv2020): void {
  addFormats.default(ajv, ['date', 'email', 'ipv4', 'ipv6']);
  ajv.addFormat('line', isLine);
  ajv.addFormat('paragraph', isParagraph);
  ajv.addFormat('phone', /^(0\d{8,10}|\+\d{8,15})$/u);
  ajv.addFormat('domain-name', isDomainName);
  ajv.addFormat('tax-code', isTaxCode);
}

/** One line that says something: no control characters, not blank. */
function isLine(text: string): boolean {
  return text.trim() !== '' && !/\p{Cc}/u.test(text);
}

function isParagraph(text: string): boolean {
  return isLine(text.replaceAll(/[\n\r\t]/gu, ' '));
}

/** Lower case, at least two labels; Vietnamese letters are allowed, as in names under `.vn`. */
export function isDomainName(text: string): boolean {
  const labels = text.split('.');
  return text.length <= 253 && labels.length > 1 && labels.every((label) => DOMAIN_LABEL.test(label));
}

/** 10 digits with a check digit, `-001` to `-999` for a dependent unit; 12 digits for a person (since July 2025). */
export function isTaxCode(text: string): boolean {
  if (/^\d{12}$/u.test(text)) return true;
  const [, digits, unit] = /^(\d{10})(?:-(\d{3}))?$/u.exec(text) ?? [];
  if (digits === undefined || unit === '000') return false;
  const sum = TAX_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return Number(digits[9]) === (10 - (sum % 11)) % 10;
}
