import { describe, expect, it } from '@jest/globals';
import { ConfigError, configurationHelp, readConfig } from './config.js';

const projectRoot = '/srv/hoso';
const read = (environment: Record<string, string>) => readConfig(environment, { projectRoot });

function faultsOf(environment: Record<string, string>): Record<string, string> {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof ConfigError) {
      return Object.fromEntries(error.faults.map(({ name, message }) => [name, message.en]));
    }
    throw error;
  }
  return {};
}

describe('readConfig', () => {
  it('needs nothing but the word that this is a demonstration', () => {
    expect(read({ HOSO_DEMO: 'true' })).toStrictEqual({
      projectRoot,
      dataDir: '/srv/hoso/.hoso',
      mongodbUri: 'mongodb://127.0.0.1:27017/?directConnection=true',
      database: 'hoso',
      temporalAddress: '127.0.0.1:7233',
      temporalNamespace: 'default',
      taskQueue: 'hoso',
      engines: { choice: 'auto', mongodbGiven: false, temporalGiven: false, images: {} },
      demonstration: true,
      gateway: { port: 4000, publicUrl: 'http://localhost:4000' },
      worker: { port: 4001 },
      projector: { port: 4002 },
      oidc: { issuer: 'http://localhost:4000/oidc', audience: 'hoso', embedded: true },
      notifications: { from: 'hoso@localhost' },
      signing: { patienceMs: 300_000 },
      limits: { uploadBytes: 20_971_520, bodyBytes: 1_048_576 },
      logLevel: 'info',
      build: 'development',
    });
  });

  it('moves what depends on the port along with it, so that two run side by side', () => {
    const config = read({ HOSO_DEMO: 'true', HOSO_PORT: '4100', HOSO_DATA: '/var/hoso' });
    expect([
      config.gateway.publicUrl,
      config.worker.port,
      config.projector.port,
      config.dataDir,
    ]).toStrictEqual(['http://localhost:4100', 4101, 4102, '/var/hoso']);
  });

  it('takes an issuer of its own outside a demonstration, slash at the end or not', () => {
    const { oidc, engines } = read({
      HOSO_OIDC_ISSUER: 'https://id.example.vn/realms/hoso/',
      TEMPORAL_ADDRESS: 'temporal:7233',
      HOSO_MONGOD_IMAGE: 'mongo:8',
    });
    expect(oidc).toStrictEqual({
      issuer: 'https://id.example.vn/realms/hoso',
      audience: 'hoso',
      embedded: false,
    });
    expect(engines).toStrictEqual({
      choice: 'auto',
      mongodbGiven: false,
      temporalGiven: true,
      images: { mongod: 'mongo:8' },
    });
  });

  it('lists all faults at once', () => {
    const faults = faultsOf({
      HOSO_PORT: '70000',
      HOSO_WORKER_PORT: '40 01',
      HOSO_DEMO: 'yes',
      HOSO_ENGINES: 'podman',
      HOSO_LOG_LEVEL: 'loud',
      HOSO_PUBLIC_URL: 'localhost:4000',
      HOSO_SIGNER_PATIENCE_SECONDS: '5 min',
      HOSO_DATABASE: 'a b',
      TEMPORAL_ADDRESS: 'http://x',
      HOSO_PROT: '4100',
      HOSO_XYZZY_PLUGH: '1',
    });
    expect(faults).toStrictEqual({
      HOSO_PROT: 'is no variable of Hoso; did you mean HOSO_PORT?',
      HOSO_XYZZY_PLUGH: 'is no variable of Hoso',
      HOSO_PORT: 'must be a whole number from 1 to 65533, not "70000"',
      HOSO_WORKER_PORT: 'must be a whole number from 1 to 65535, not "40 01"',
      HOSO_DEMO: 'must be one of: true, false, not "yes"',
      HOSO_ENGINES: 'must be one of: auto, docker, not "podman"',
      HOSO_LOG_LEVEL: 'must be one of: trace, debug, info, warn, error, fatal, not "loud"',
      HOSO_PUBLIC_URL: 'must be an address like http://…, https://…, not "localhost:4000"',
      HOSO_SIGNER_PATIENCE_SECONDS: 'must be a whole number from 0 to 86400, not "5 min"',
      HOSO_DATABASE: 'must look like hoso, not "a b"',
      TEMPORAL_ADDRESS: 'must look like host:7233, not "http://x"',
      HOSO_OIDC_ISSUER: 'is required unless HOSO_DEMO is true',
    });
  });

  it('never repeats an address that may hold a password', () => {
    expect(faultsOf({ HOSO_DEMO: 'true', MONGODB_URI: 'mongo://user:geheim@host' })).toStrictEqual({
      MONGODB_URI: 'must look like mongodb://host:27017/?replicaSet=…',
    });
  });

  it('takes an empty value for none, and lets alone what the start script and other programs set', () => {
    const config = read({
      HOSO_DEMO: 'true',
      HOSO_PORT: '',
      HOSO_HOST_PARENT: '17',
      HOSO_TEST_X: 'y',
      PATH: '/bin',
    });
    expect(config.gateway.port).toBe(4000);
  });
});

describe('configurationHelp', () => {
  it('describes every variable in both languages and says what holds without it', () => {
    const lines = configurationHelp();
    expect(lines.map(({ name }) => name)).toContain('MONGODB_URI');
    expect(
      lines.filter((line) => line.describes.vi === '' || line.describes.en === '' || line.otherwise === ''),
    ).toStrictEqual([]);
  });
});
