import type { Opened } from './revisions.js';

/**
 * What a later state of a file has that an earlier one had not, beside what one more signature must bring: names of objects, empty
 * when nothing was changed.
 */
export function changesBetween(earlier: Opened, later: Opened): readonly string[] {
  const changed = [...later.objects].flatMap(([ref, text]) => {
    const before = earlier.objects.get(ref);
    if (before === text) return [];
    return isExpected(ref, { before, text }, { earlier, later }) ? [] : [ref];
  });
  const gone = [...earlier.objects.keys()].filter((ref) => !later.objects.has(ref));
  return [...changed, ...gone];
}

function isExpected(
  ref: string,
  { before, text }: { readonly before: string | undefined; readonly text: string },
  { earlier, later }: { readonly earlier: Opened; readonly later: Opened },
): boolean {
  if (before === undefined) return isSignaturePart(text);
  const rest = earlier.touchable.get(ref);
  return rest !== undefined && rest === later.touchable.get(ref);
}

/** A signature's value, or its field without a size: nothing of either is seen on a page. */
function isSignaturePart(text: string): boolean {
  const isValue = /\/Type \/Sig\b/u.test(text) && /\/ByteRange\b/u.test(text);
  const isField = /\/FT \/Sig\b/u.test(text) && /\/Rect \[ ?-1 -1 -1 -1 ?\]/u.test(text);
  return (isValue || isField) && !/\/(AP|AA|A|JS)\b/u.test(text);
}
