const { dirname } = require('node:path');
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

/** The engine of the version that the templates are compiled with; the preset alone would take an older one. */
const ENGINE = require.resolve('@lwc/engine-dom', { paths: [dirname(require.resolve('lwc'))] }).replace(/\.js$/, '.cjs');

/** Jest runs the components alone, from their TypeScript sources; everything else has node's own test runner. */
module.exports = {
  ...jestConfig,
  roots: ['<rootDir>/lwc-ts-src'],
  moduleNameMapper: {
    '^(lwc|@lwc/engine-dom)$': ENGINE,
    '^c/(.+)$': '<rootDir>/lwc-ts-src/$1/$1',
    '^jest-mocks/(.+)$': '<rootDir>/config/jest-mocks/$1',
    '^lightning/(actions|graphql|navigation)$': '<rootDir>/config/jest-mocks/lightning/$1',
  },
  setupFiles: ['<rootDir>/config/jest-mocks/customLabels.js'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/config/jest-mocks/accessibility.js'],
  collectCoverageFrom: ['lwc-ts-src/**/*.ts', '!lwc-ts-src/**/*.d.ts', '!lwc-ts-src/**/__tests__/**'],
};
