import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { ConfigFault } from './config-error.js';
import { nearestName } from './nearest-name.js';
import type { Variable } from './variable.js';
import { type VariableName, isKnown, variables } from './variables.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables one by one and remembers what was wrong; a faulty one reads as its default. An empty value is none. */
export class EnvironmentReader {
  private readonly found: ConfigFault[] = [];

  constructor(private readonly environment: Environment) {}

  faults(): readonly ConfigFault[] {
    return [...this.unknown(), ...this.found];
  }

  text(name: VariableName): string | undefined {
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  /** A whole number between `least` and `most`, both included. */
  whole(name: VariableName, { least, most }: Bounds, otherwise: number): number {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (/^\d+$/u.test(text) && value >= least && value <= most) return value;
    this.wrong(name, {
      vi: `phải là số nguyên từ ${least} đến ${most}`,
      en: `must be a whole number from ${least} to ${most}`,
    });
    return otherwise;
  }

  flag(name: VariableName, otherwise: boolean): boolean {
    return this.oneOf(name, ['true', 'false'], otherwise ? 'true' : 'false') === 'true';
  }

  oneOf<Value extends string>(name: VariableName, values: readonly Value[], otherwise: Value): Value {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const value = values.find((each) => each === text);
    if (value !== undefined) return value;
    const list = values.join(', ');
    this.wrong(name, { vi: `phải là một trong: ${list}`, en: `must be one of: ${list}` });
    return otherwise;
  }

  /** An absolute URL of one of the schemes, without the slash at its end. */
  url(name: VariableName, schemes: readonly string[], otherwise: string): string {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    if (schemes.some((scheme) => text.startsWith(`${scheme}://`)) && URL.canParse(text)) {
      return text.replace(/\/+$/u, '');
    }
    const list = schemes.map((scheme) => `${scheme}://…`).join(', ');
    this.wrong(name, { vi: `phải là địa chỉ dạng ${list}`, en: `must be an address like ${list}` });
    return otherwise;
  }

  matching(name: VariableName, pattern: RegExp, { otherwise, like }: Pattern): string {
    const text = this.text(name);
    if (text === undefined || pattern.test(text)) return text ?? otherwise;
    this.wrong(name, { vi: `phải có dạng ${like}`, en: `must look like ${like}` });
    return otherwise;
  }

  wrong(name: VariableName, message: Bilingual): void {
    const { secret }: Variable = variables[name];
    const value = this.text(name);
    const shown =
      secret === undefined && value !== undefined
        ? { vi: `, không phải “${value}”`, en: `, not "${value}"` }
        : { vi: '', en: '' };
    this.found.push({ name, message: { vi: message.vi + shown.vi, en: message.en + shown.en } });
  }

  private unknown(): readonly ConfigFault[] {
    return Object.keys(this.environment)
      .filter((name) => name.startsWith('HOSO_') && !isKnown(name))
      .map((name) => ({ name, message: unknownName(name) }));
  }
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export interface Pattern {
  readonly otherwise: string;
  readonly like: string;
}

function unknownName(name: string): Bilingual {
  const near = nearestName(name, Object.keys(variables));
  return {
    vi: near === undefined ? 'biến không xác định' : `biến không xác định; có phải ý bạn là ${near}?`,
    en: near === undefined ? 'is no variable of Hoso' : `is no variable of Hoso; did you mean ${near}?`,
  };
}
