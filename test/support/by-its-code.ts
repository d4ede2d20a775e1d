import { createHash } from 'node:crypto';

/** The code that is printed on a paper. @throws Error where there is none. */
export function codeOn(text: string): string {
  // A line may end within it.
  const plain = text.replaceAll(/\s/gu, '');
  const [code] =
    /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/u.exec(plain.slice(Math.max(0, plain.indexOf('/verify/')))) ?? [];
  if (code === undefined) throw new Error(`There is no code on the paper: ${text}`);
  return code;
}

/** What the code on a paper leads anybody to: a page, and the file to compare it with. */
export async function byItsCode(
  gatewayUrl: string,
  text: string,
): Promise<{ readonly page: string; readonly original: Buffer }> {
  const at = `${gatewayUrl}/verify/${codeOn(text)}`;
  const [page, original] = await Promise.all([fetch(at), fetch(`${at}/document.pdf`)]);
  return { page: await page.text(), original: Buffer.from(await original.arrayBuffer()) };
}

/** SHA-256, hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
