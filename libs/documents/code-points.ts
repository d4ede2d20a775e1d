/** The characters of a text as numbers: walking over the text itself makes a string of each, which costs several times as much. */
export function codePointsOf(text: string): number[] {
  const codePoints: number[] = [];
  let at = 0;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    codePoints.push(codePoint);
    at += codePoint > 0xffff ? 2 : 1;
  }
  return codePoints;
}
