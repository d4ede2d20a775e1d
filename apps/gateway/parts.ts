import type { Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import type { Metrics } from './health/metrics.js';
import type { Need } from './health/readiness.js';
import type { GatewaySettings } from './settings.js';
import type { TokenVerifier } from './sign-in/token-verifier.js';

/** Everything the gateway's modules are wired from, made before Nest begins. A class, so that it can be its own token. */
export class Parts {
  readonly settings!: GatewaySettings;
  readonly log!: Logger;
  readonly metrics!: Metrics;
  readonly verifier!: TokenVerifier;
  /** Present while the gateway is its own issuer. */
  readonly issuer: Provider | undefined;
  readonly needs!: readonly Need[];
  /** Closes what was opened, last. */
  readonly close!: () => Promise<void>;
}
