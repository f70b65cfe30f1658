import config from './jest.config.js'

/**
 * The tests that judge the reader, the rules and the catalog; no servers, no browsers, no child processes, and none of
 * those that measure or try thousands of samples. `src` is a root so that a mutant's related tests are found.
 */
export default {
  ...config,
  globalSetup: undefined,
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: [
    '<rootDir>/test/faults/!(hostile|*.properties).test.ts',
    '<rootDir>/test/diagnosis/!(*.properties).test.ts',
    '<rootDir>/test/catalog/checks/*.test.ts',
    '<rootDir>/test/catalog/{article-template,check-catalog,load-catalog,parse-catalog,read-catalog-files}.test.ts',
  ],
}
