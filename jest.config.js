// Real node 24 runs TypeScript by itself, Jest does not yet: swc only strips the types.
export default {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
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
  globalSetup: '<rootDir>/__tests__/support/run/bundle-once.ts',
  globalTeardown: '<rootDir>/__tests__/support/run/remove-bundle.ts',
  testTimeout: 600_000,
  maxWorkers: 2,
}
