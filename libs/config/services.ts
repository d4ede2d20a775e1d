import type { EnvironmentReader } from './environment.js';

/** Ways to people outside; without them there is the in-app inbox alone. */
export interface Notifications {
  readonly from: string;
  readonly smtpUrl?: string;
  readonly sms?: Provider;
  readonly zalo?: Provider;
  /** By which whoever hands mails in that came back shows who they are; without it none are taken. */
  readonly bounceToken?: string;
}

/** Who signs certificates; without it keys of a demonstration do, in a demonstration alone. */
export interface Signing {
  readonly service?: Provider;
  /** By which the service shows who it is when it calls because it has an answer; without it, it is asked from time to time. */
  readonly callbackToken?: string;
  /** So long a service that does not answer is asked again without a word to anybody. */
  readonly patienceMs: number;
  /** RFC 3161 over HTTP; without it signatures say their time themselves. */
  readonly timeStampUrl?: string;
}

interface Provider {
  readonly url: string;
  readonly token?: string;
}

export function readNotifications(reader: EnvironmentReader): Notifications {
  const smtpUrl = given(reader, 'SMTP_URL', ['smtp', 'smtps']);
  const sms = readProvider(reader, 'HOSO_SMS_URL', 'HOSO_SMS_TOKEN');
  const zalo = readProvider(reader, 'HOSO_ZALO_URL', 'HOSO_ZALO_TOKEN');
  const bounceToken = reader.text('HOSO_BOUNCE_TOKEN');
  const from = reader.matching('HOSO_MAIL_FROM', /^[^\s@]+@[^\s@]+$/u, {
    otherwise: 'hoso@localhost',
    like: 'motcua@example.vn',
  });
  return {
    from,
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    ...(sms === undefined ? {} : { sms }),
    ...(zalo === undefined ? {} : { zalo }),
    ...(bounceToken === undefined ? {} : { bounceToken }),
  };
}

function readProvider(
  reader: EnvironmentReader,
  urlName: 'HOSO_SMS_URL' | 'HOSO_ZALO_URL' | 'HOSO_SIGNER_URL',
  tokenName: 'HOSO_SMS_TOKEN' | 'HOSO_ZALO_TOKEN' | 'HOSO_SIGNER_TOKEN',
): Provider | undefined {
  const url = given(reader, urlName, ['https', 'http']);
  const token = reader.text(tokenName);
  return url === undefined ? undefined : { url, ...(token === undefined ? {} : { token }) };
}

function given(
  reader: EnvironmentReader,
  name: 'SMTP_URL' | 'HOSO_SMS_URL' | 'HOSO_ZALO_URL' | 'HOSO_SIGNER_URL' | 'HOSO_TSA_URL',
  schemes: readonly string[],
): string | undefined {
  return reader.url(name, schemes, '') || undefined;
}

/** None: told with the first attempt. Longer than a day nobody would be told within the days that a step takes. */
const PATIENCE_SECONDS = { least: 0, most: 86_400 };

export function readSigning(reader: EnvironmentReader): Signing {
  const service = readProvider(reader, 'HOSO_SIGNER_URL', 'HOSO_SIGNER_TOKEN');
  const callbackToken = reader.text('HOSO_SIGNER_CALLBACK_TOKEN');
  const timeStampUrl = given(reader, 'HOSO_TSA_URL', ['https', 'http']);
  return {
    patienceMs: reader.whole('HOSO_SIGNER_PATIENCE_SECONDS', PATIENCE_SECONDS, 300) * 1000,
    ...(service === undefined ? {} : { service }),
    ...(callbackToken === undefined ? {} : { callbackToken }),
    ...(timeStampUrl === undefined ? {} : { timeStampUrl }),
  };
}
