const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: {
    '^#(libs|activities|workflows|docker)/(.*)\\.js$': '<rootDir>/$1/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': '@swc/jest' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.tools/', '<rootDir>/.hoso/'],
};

/** `unit` needs nothing but Node; `engines` starts real mongod and Temporal servers of its own. */
export default {
  maxWorkers: 2,
  // Jest heeds this for the whole run only. No test is about time; this merely ends one that hangs.
  testTimeout: 1_200_000,
  reporters: ['default', '<rootDir>/test/support/summary-reporter.js'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,workflows,activities,docker}/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'engines',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
