import { BrokenFile, limits } from './broken-file.js';
import type { PdfDict, PdfValue } from './values.js';

const SPACE = /[\0\t\n\f\r ]*/uy;
const REF = /(\d{1,8})[\0\t\n\f\r ]+0[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/uy;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)/uy;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/uy;
const WORD = /(?:true|false|null)(?![^\0\t\n\f\r ()<>[\]{}/%])/uy;
const HEX = /<([\dA-Fa-f\0\t\n\f\r ]*)>/uy;
const PART_OF_STRING = /[^()\\]+|\\(?:\r\n|[0-7]{1,3}|[^])|[()]/uy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * Reads values one after another, each byte once or twice, and nothing that could be read in two ways: no comments, no key twice in a
 * dictionary, no generations.
 */
export class Cursor {
  /** @param text the bytes, a character each */
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  broken(what: string): BrokenFile {
    return new BrokenFile('fileBroken', `${what} at byte ${this.at}`);
  }

  matched(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found ?? undefined;
  }

  skipSpace(): void {
    this.matched(SPACE);
  }

  takes(word: string): boolean {
    const isThere = this.text.startsWith(word, this.at);
    if (isThere) this.at += word.length;
    return isThere;
  }

  expect(word: string): void {
    this.skipSpace();
    if (!this.takes(word)) throw this.broken(`${word} is missing`);
  }

  value(depth = 0): PdfValue {
    if (depth > limits.depth) throw new BrokenFile('tooLarge', `nested more than ${limits.depth} deep`);
    this.skipSpace();
    if (this.takes('<<')) return this.dict(depth);
    if (this.takes('[')) return this.array(depth);
    return this.simple();
  }

  private simple(): PdfValue {
    const ref = this.matched(REF);
    if (ref) return { kind: 'ref', number: Number(ref[1]) };
    const name = this.matched(NAME);
    if (name) return { kind: 'name', text: unescaped(name[1] ?? '') };
    const hex = this.matched(HEX);
    if (hex) return { kind: 'string', text: fromHex(hex[1] ?? ''), source: hex[0] };
    const { at } = this;
    if (this.takes('('))
      return { kind: 'string', text: this.literal(), source: this.text.slice(at, this.at) };
    return this.plain();
  }

  private plain(): PdfValue {
    const number = this.matched(NUMBER);
    if (number) return { kind: 'number', text: number[0] };
    const word = this.matched(WORD);
    if (word) return { kind: 'word', text: word[0] };
    throw this.broken('no value');
  }

  private dict(depth: number): PdfDict {
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.takes('>>')) return { kind: 'dict', entries };
      const name = this.matched(NAME);
      if (!name) throw this.broken('no key');
      const key = unescaped(name[1] ?? '');
      if (entries.has(key)) throw this.broken(`/${key} twice`);
      entries.set(key, this.value(depth + 1));
    }
  }

  private array(depth: number): PdfValue {
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.takes(']')) return { kind: 'array', items };
      items.push(this.value(depth + 1));
    }
  }

  private literal(): string {
    const parts: string[] = [];
    for (let open = 1; open > 0;) {
      const part = this.matched(PART_OF_STRING)?.[0];
      if (part === undefined) throw this.broken('a string without end');
      if (part === '(') open += 1;
      if (part === ')') open -= 1;
      if (open > 0) parts.push(part.startsWith('\\') ? escaped(part.slice(1)) : part);
    }
    return parts.join('');
  }
}

function escaped(sign: string): string {
  if (/^[0-7]/u.test(sign)) return String.fromCodePoint(Number.parseInt(sign, 8) & 255);
  return /^[\r\n]/u.test(sign) ? '' : (ESCAPES[sign] ?? sign);
}

function unescaped(name: string): string {
  if (!name.includes('#')) return name;
  return name.replaceAll(/#([\dA-Fa-f]{2})/gu, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

function fromHex(digits: string): string {
  const bytes = Buffer.from(digits, 'hex');
  if (bytes.length * 2 === digits.length) return bytes.toString('latin1');
  const plain = digits.replaceAll(/[^\dA-Fa-f]/gu, '');
  return Buffer.from(plain.length % 2 === 0 ? plain : `${plain}0`, 'hex').toString('latin1');
}
