import { describe, expect, test } from '@jest/globals';
import { printableText } from './printable-text.js';

describe('text as it is printed', () => {
  test('decomposed letters are joined', () => {
    expect(printableText('Giấy phép'.normalize('NFD'), 'f')).toBe('Giấy phép'.normalize('NFC'));
  });

  test('every Vietnamese letter is printable', () => {
    const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const lower =
      vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))).join('') + 'đ';
    const letters = lower + lower.toUpperCase();
    expect(Array.from(letters)).toHaveLength(146);
    expect(printableText(letters, 'f')).toBe(letters);
  });

  test('look-alikes of space and hyphen do not reach the paper; a no-break space stays glue', () => {
    expect(printableText('Độc\u00a0lập\u2011tự\u00addo \u200b ngày\n\t05', 'f')).toBe(
      'Độc\u00a0lập-tựdo ngày 05',
    );
  });

  test('Đ and Ð stay two letters', () => {
    expect(printableText('Đ\u00d0', 'f')).toBe('Đ\u00d0');
  });

  test.each([
    ['a CJK character', '中', 'U+4E2D'],
    ['an emoji', '🐝', 'U+1F41D'],
    ['a mark that belongs to no letter', 'b\u0323\u0301', 'U+0301'],
    ['a direction override', '\u202egnp', 'U+202E'],
    ['a control', 'a\u0007', 'U+0007'],
    ['a private character', '\uf001', 'U+F001'],
    ['half a surrogate pair', '\ud800', 'U+D800'],
  ])('%s is refused by name', (_, text, codePoint) => {
    expect(() => printableText(`Công ty ${text}`, 'holder.name')).toThrow(
      expect.objectContaining({
        code: 'missingGlyph',
        fault: expect.objectContaining({ field: 'holder.name', codePoint }),
      }),
    );
  });
});
