import { availableParallelism } from 'node:os'

// Jest does not run TypeScript by itself, as Node 24 does: swc strips the types.
const common = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2024', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
      },
    ],
  },
  // Kept from run to run, whatever TMPDIR is: transformed files, and how long each test file took. The slowest start first.
  cacheDirectory: '<rootDir>/.cache/jest',
}

export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/unit/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'system',
      testMatch: ['<rootDir>/__tests__/{component,integration,contract,tooling}/**/*.test.ts'],
      globalSetup: '<rootDir>/__tests__/support/run/before-all.ts',
      globalTeardown: '<rootDir>/__tests__/support/run/after-all.ts',
    },
  ],
  testTimeout: 600_000,
  // A test waits for the action, for git and for pauses of its own: one more than there are processors keeps two of them busy.
  maxWorkers: availableParallelism() + 1,
  watchman: false,
  // Vm contexts leak modules, and a large process takes long to fork: git and the action are started thousands of times.
  workerIdleMemoryLimit: '600MB',
}
