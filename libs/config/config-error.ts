import type { Bilingual } from '#libs/kernel/bilingual.js';

export interface ConfigFault {
  readonly name: string;
  readonly message: Bilingual;
}

/** Everything that is wrong with the environment, so that it is set right in one go. Values that may be secret are not repeated. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly ConfigFault[]) {
    const lines = faults.map(({ name, message }) => `  ${name}: ${message.en}`);
    super(['The configuration is wrong:', ...lines].join('\n'));
  }
}
