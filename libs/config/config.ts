import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './config-error.js';
import { type Environment, EnvironmentReader } from './environment.js';
import { type Notifications, readNotifications, readSigning, type Signing } from './services.js';

export { ConfigError } from './config-error.js';
export { configurationHelp } from './variables.js';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment says, read once; each part of the program is handed the part it needs. */
export interface Config {
  readonly projectRoot: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly mongodbUri: string;
  readonly database: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly taskQueue: string;
  /** Whether the addresses above were given, or servers are to be found or started. */
  readonly engines: {
    readonly choice: 'auto' | 'docker';
    readonly mongodbGiven: boolean;
    readonly temporalGiven: boolean;
    /** For `docker`; absent: the images built from this project. */
    readonly images: { readonly mongod?: string; readonly temporal?: string };
  };
  /** Provisional figures may decide, and the gateway signs its demo people in. */
  readonly demonstration: boolean;
  readonly gateway: { readonly port: number; readonly publicUrl: string };
  readonly worker: { readonly port: number };
  readonly projector: { readonly port: number };
  /** `embedded`: the gateway is its own issuer. */
  readonly oidc: { readonly issuer: string; readonly audience: string; readonly embedded: boolean };
  readonly notifications: Notifications;
  readonly signing: Signing;
  readonly limits: { readonly uploadBytes: number; readonly bodyBytes: number };
  readonly logLevel: LogLevel;
  readonly build: string;
}

const MEBIBYTE = 1024 * 1024;
const PORTS = { least: 1, most: 65_535 };
const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,62}$/u;

/**
 * @param options.projectRoot against which a relative HOSO_DATA is taken; default: the folder of this project.
 * @throws ConfigError naming everything that is wrong, unknown HOSO_ names among it.
 */
export function readConfig(
  environment: Environment,
  { projectRoot = findProjectRoot() }: { readonly projectRoot?: string } = {},
): Config {
  const reader = new EnvironmentReader(environment);
  const port = reader.whole('HOSO_PORT', { least: 1, most: 65_533 }, 4000);
  const publicUrl = reader.url('HOSO_PUBLIC_URL', ['http', 'https'], `http://localhost:${port}`);
  const demonstration = reader.flag('HOSO_DEMO', false);
  const config: Config = {
    projectRoot,
    dataDir: resolve(projectRoot, reader.text('HOSO_DATA') ?? '.hoso'),
    ...readEngines(reader),
    demonstration,
    gateway: { port, publicUrl },
    worker: { port: reader.whole('HOSO_WORKER_PORT', PORTS, port + 1) },
    projector: { port: reader.whole('HOSO_PROJECTOR_PORT', PORTS, port + 2) },
    oidc: readOidc(reader, { publicUrl, demonstration }),
    notifications: readNotifications(reader),
    signing: readSigning(reader),
    limits: {
      uploadBytes: reader.whole(
        'HOSO_MAX_UPLOAD_BYTES',
        { least: 1024, most: 1024 * MEBIBYTE },
        20 * MEBIBYTE,
      ),
      bodyBytes: reader.whole('HOSO_MAX_BODY_BYTES', { least: 1024, most: 64 * MEBIBYTE }, MEBIBYTE),
    },
    logLevel: reader.oneOf('HOSO_LOG_LEVEL', LOG_LEVELS, 'info'),
    build: reader.text('HOSO_BUILD') ?? 'development',
  };
  const faults = reader.faults();
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

type Engines = Pick<
  Config,
  'mongodbUri' | 'database' | 'temporalAddress' | 'temporalNamespace' | 'taskQueue' | 'engines'
>;

function readEngines(reader: EnvironmentReader): Engines {
  const name = (otherwise: string) => ({ otherwise, like: otherwise });
  return {
    mongodbUri: reader.matching('MONGODB_URI', /^mongodb(\+srv)?:\/\/[^\s/]+/u, {
      otherwise: 'mongodb://127.0.0.1:27017/?directConnection=true',
      like: 'mongodb://host:27017/?replicaSet=…',
    }),
    database: reader.matching('HOSO_DATABASE', /^[A-Za-z][A-Za-z0-9_-]{0,37}$/u, name('hoso')),
    temporalAddress: reader.matching('TEMPORAL_ADDRESS', /^[^\s:/]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/u, {
      otherwise: '127.0.0.1:7233',
      like: 'host:7233',
    }),
    temporalNamespace: reader.matching('HOSO_TEMPORAL_NAMESPACE', NAME, name('default')),
    taskQueue: reader.matching('HOSO_TASK_QUEUE', NAME, name('hoso')),
    engines: {
      choice: reader.oneOf('HOSO_ENGINES', ['auto', 'docker'], 'auto'),
      mongodbGiven: reader.text('MONGODB_URI') !== undefined,
      temporalGiven: reader.text('TEMPORAL_ADDRESS') !== undefined,
      images: readImages(reader),
    },
  };
}

function readImages(reader: EnvironmentReader): Config['engines']['images'] {
  const mongod = reader.text('HOSO_MONGOD_IMAGE');
  const temporal = reader.text('HOSO_TEMPORAL_IMAGE');
  return { ...(mongod === undefined ? {} : { mongod }), ...(temporal === undefined ? {} : { temporal }) };
}

function readOidc(
  reader: EnvironmentReader,
  { publicUrl, demonstration }: { readonly publicUrl: string; readonly demonstration: boolean },
): Config['oidc'] {
  const given = reader.text('HOSO_OIDC_ISSUER') !== undefined;
  if (!given && !demonstration) {
    reader.wrong('HOSO_OIDC_ISSUER', {
      vi: 'bắt buộc khi HOSO_DEMO không phải là true',
      en: 'is required unless HOSO_DEMO is true',
    });
  }
  return {
    issuer: reader.url('HOSO_OIDC_ISSUER', ['https', 'http'], `${publicUrl}/oidc`),
    audience: reader.text('HOSO_OIDC_AUDIENCE') ?? 'hoso',
    embedded: !given,
  };
}

/** The folder with the package.json, from the source and from the built files alike. */
function findProjectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
