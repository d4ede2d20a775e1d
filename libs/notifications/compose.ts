import type { Bilingual } from '#libs/kernel/bilingual.js';
import { type Instant, localDateOf, shownDate } from '#libs/kernel/time.js';
import type { Notice } from './notice.js';
import { frameTexts } from './frame-texts.js';
import { noticeTexts, textsVersion } from './texts.js';

export type Language = keyof Bilingual;
type Said = Pick<Notice, 'kind' | 'reference' | 'called' | 'duty' | 'until' | 'due'>;
type Line = Said & Pick<Notice, 'about' | 'event'>;

export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** For a telephone: one line, no link but the address itself. */
  readonly short: string;
  readonly textsVersion: string;
}

export interface Frame {
  readonly language: Language;
  readonly statutory: boolean;
  readonly url: string;
  readonly unsubscribeUrl?: string;
}

/** More would not be read: the newest are told, and the rest is counted and found behind the link. */
const SHOWN = 20;

/** One message for any number of notices. Of several about one thing the newest alone is told. */
export function compose(notices: readonly Line[], frame: Frame): Composed {
  const told = newestOfEach(notices);
  const say = sayingIn(frame.language);
  const [first] = told;
  const lines = told.slice(-SHOWN).map((notice) => lineOf(notice, frame.language));
  const rest = told.length - lines.length;
  const subject =
    told.length === 1 && first
      ? say('subjectOne', { reference: referenceIn(first, frame.language) })
      : say('subjectMany', { count: String(told.length) });
  const after = [
    ...(rest > 0 ? [say('more', { count: String(rest) })] : []),
    say('link', { url: frame.url }),
    ...footer(frame),
  ];
  return {
    subject,
    text: [say('greeting', {}), '', ...lines.map((line) => `- ${line}`), '', ...after, ''].join('\n'),
    html: htmlOf(frame.language, { greeting: say('greeting', {}), lines, after }),
    short: `${told.length === 1 ? lines.join('') : subject} ${frame.url}`,
    textsVersion,
  };
}

/** One notice as it is read in the inbox. */
export function textOf(notice: Said): Bilingual {
  return { vi: lineOf(notice, 'vi'), en: lineOf(notice, 'en') };
}

function referenceIn({ reference, called }: Pick<Said, 'reference' | 'called'>, language: Language): string {
  return called?.[language] ?? reference;
}

function lineOf(notice: Said, language: Language): string {
  const { kind, duty, until, due } = notice;
  const values = {
    reference: referenceIn(notice, language),
    duty: duty?.[language] ?? '',
    until: until === undefined ? '' : dateOf(until),
    due: due === undefined ? '' : dateOf(due),
  };
  return fill(known(noticeTexts[kind][language], values), values);
}

/** What stands in brackets goes with the brackets where something in it is not known. */
function known(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\[([^\]]*)\]/gu, (_whole, part: string) =>
    [...part.matchAll(/\{(\w+)\}/gu)].every(([, name = '']) => values[name]) ? part : '',
  );
}

/** Each where its newest notice stands, for a map keeps the place of what it held before. */
function newestOfEach(notices: readonly Line[]): readonly Line[] {
  const newest = new Map<string, Line>();
  for (const notice of notices) {
    newest.delete(notice.about);
    newest.set(notice.about, notice);
  }
  return [...newest.values()];
}

function footer({ language, statutory, unsubscribeUrl }: Frame): readonly string[] {
  const say = sayingIn(language);
  if (statutory) return [say('statutory', {})];
  return unsubscribeUrl === undefined ? [] : [say('unsubscribe', { url: unsubscribeUrl })];
}

function sayingIn(language: Language) {
  return (name: keyof typeof frameTexts, values: Readonly<Record<string, string>>): string =>
    fill(frameTexts[name][language], values);
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (_whole, name: string) => values[name] ?? '');
}

/** As people in Viet Nam write a date. */
function dateOf(due: string): string {
  return shownDate(due.length > 10 ? localDateOf(due as Instant) : due);
}

interface Body {
  readonly greeting: string;
  readonly lines: readonly string[];
  readonly after: readonly string[];
}

function htmlOf(language: Language, { greeting, lines, after }: Body): string {
  const items = lines.map((line) => `<li style="margin:0 0 8px">${escaped(line)}</li>`).join('\n');
  const rest = after.map((line) => `<p style="color:#444">${linked(escaped(line))}</p>`).join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"></head>
<body style="font:16px/1.5 sans-serif;color:#111;max-width:40em;margin:24px auto;padding:0 16px">
<p>${escaped(greeting)}</p>
<ul>
${items}
</ul>
${rest}
</body></html>
`;
}

function linked(line: string): string {
  return line.replace(/https?:\/\/\S+/gu, (url) => `<a href="${url}">${url}</a>`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
