import type { Notifications, Signing } from '#libs/config/services.js';

/** The part of the configuration that the gateway reads. */
export interface GatewaySettings {
  readonly mongodbUri: string;
  readonly database: string;
  readonly dataDir: string;
  readonly demonstration: boolean;
  readonly build: string;
  readonly gateway: {
    readonly port: number;
    /** Address under which people reach the gateway, without a trailing slash. */
    readonly publicUrl: string;
  };
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    /** The gateway is its own issuer, with the demo people: development and tests. */
    readonly embedded: boolean;
  };
  readonly notifications?: Pick<Notifications, 'sms' | 'zalo' | 'bounceToken'>;
  readonly signing?: Pick<Signing, 'callbackToken'>;
  readonly limits: { readonly uploadBytes: number; readonly bodyBytes: number };
}
