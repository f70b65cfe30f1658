import config from './jest.config.js'

/** The tests that judge the reader, the rules and the catalog; no servers, no browsers, no child processes. */
export default {
  ...config,
  globalSetup: undefined,
  testMatch: [
    '<rootDir>/test/faults/{read-faults,shapes}.test.ts',
    '<rootDir>/test/diagnosis/*.test.ts',
    '<rootDir>/test/catalog/{catalog,faults}.test.ts',
  ],
}
