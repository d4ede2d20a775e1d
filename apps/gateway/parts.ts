import type { Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import type { Backbone } from '#libs/backbone/backbone.js';
import type { RenderPool } from '#libs/documents/render-pool.js';
import type { LiveModels } from '#libs/projections/live-models.js';
import type { OwnNotifications } from './notifications/own-notifications.js';
import type { Uploads } from './attachments/uploads.js';
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
  readonly backbone!: Backbone;
  /** Read models, as the projector has them. */
  readonly models!: LiveModels;
  readonly uploads!: Uploads;
  readonly papers!: RenderPool;
  readonly notifications!: OwnNotifications;
  /** 256 bits from which salts and tracking secrets are derived. */
  readonly secret!: string;
  /** Aborted when the process was asked to stop: what waits for news ends then. */
  readonly stopping!: AbortController;
  readonly needs!: readonly Need[];
}
