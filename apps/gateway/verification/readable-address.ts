/** Of the right length, and nobody's: what cannot be a code is asked for like one, so that nothing tells them apart. */
export const NOBODYS = 'UUUU-UUUU-UUUU-UUUU';

const LOOKED_FOR = /^\/verify\/[^/?]{1,100}(?:\/(?:certificate|document)\.pdf)?(?:\?|$)/u;

/**
 * The address that is asked for in place of one below `/verify/` that the framework would answer by itself, in its own words: a code with a
 * broken escape or of any length, or something behind it.
 * @param url path and query, as they came.
 */
export function readableAddress(url: string): string {
  if (!url.startsWith('/verify/')) return url;
  const [path = ''] = url.split('?');
  return LOOKED_FOR.test(url) && isEscapedRightly(path) ? url : `/verify/${NOBODYS}`;
}

function isEscapedRightly(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
