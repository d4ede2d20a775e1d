/** A wording with its `{names}` replaced by values. */
export function filled(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '');
}
