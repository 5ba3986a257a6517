import js from '@eslint/js';
import lwcRecommended from '@salesforce/eslint-config-lwc/recommended-ts.js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const GENERATED = [
  '**/node_modules/**',
  'force-app/main/default/lwc/**',
  'coverage/**',
  '.customer-pulse/**',
  '.cache/**',
  'test/.artifacts/**',
];

const COMPONENTS = ['lwc-ts-src/**/*.ts'];

/** Rules that fit the house style better than strictTypeChecked has them. */
const HOUSE_RULES = {
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
  ],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
  // An async method may be so by its interface alone, and its errors then become rejections.
  '@typescript-eslint/require-await': 'off',
  // Texts are walked by code point on purpose.
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
};

/** node:test gives back a promise that nobody waits for. */
const NODE_TEST_RULES = {
  '@typescript-eslint/no-floating-promises': [
    'error',
    { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['after', 'before', 'describe', 'it', 'suite', 'test'] }] },
  ],
};

/** The two servers meet over HTTP and know nothing of each other's insides. */
const never = (other) => ({
  group: [`**/${other}/**`, `@customer-pulse/${other}`],
  message: `local-org and sync-service meet over HTTP: neither imports the other.`,
});
const NOT_THE_SERVICE = never('sync-service');

function neverImports(folder, pattern) {
  return { files: [`${folder}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns: [pattern] }] } };
}

/** Folders of local-org in the order in which they may build on each other. */
const LOCAL_ORG_LAYERS = [
  'metadata',
  'schema',
  'storage',
  'formula',
  'access',
  'soql',
  'reports',
  'save',
  'flow',
  'users',
  'oauth',
  'soapApi',
  'tooling',
  'rest',
  'bulk',
  'uiApi',
  'analytics',
  'lightning',
  'deployment',
  'metadataApi',
];

/** Folders of the sync service in the order in which they may build on each other. */
const SYNC_SERVICE_LAYERS = [
  'progress',
  'telemetry',
  'mapping',
  'salesforce',
  'store',
  'jobs',
  'sources',
  'summary',
  'inbox',
  'files',
  'match',
  'push',
  'invitations',
  'verify',
  'service',
  'serve',
  'config',
  'commands',
  'cli',
];

/** A layer imports earlier ones only. Tests may put a whole part together. */
function importsEarlierLayers(part, layers, always) {
  return layers.map((layer, index) => {
    const later = layers.slice(index + 1);
    const message = `${layer} is below ${later.join(', ')}: imports run the other way.`;
    const patterns = [always, { regex: `^(\\.\\./)+(${later.join('|')})/`, message }];
    return {
      files: [`${part}/src/${layer}/**/*.ts`],
      ignores: ['**/*.test.ts', '**/testing/**', '**/*onformance*/**', '**/*Conformance.ts'],
      rules: { 'no-restricted-imports': ['error', { patterns: later.length === 0 ? [always] : patterns }] },
    };
  });
}

/** Salesforce's rules for components, read by the TypeScript parser and joined by typed ones. */
const components = tseslint.config({
  files: COMPONENTS,
  extends: [...lwcRecommended, ...tseslint.configs.strictTypeChecked],
  rules: {
    ...HOUSE_RULES,
    // TypeScript itself and typed rules do these better.
    'no-undef': 'off',
    'no-unused-vars': 'off',
    'dot-notation': 'off',
    'no-use-before-define': ['error', { functions: false, variables: false }],
    'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'fc.assert'] }],
    // A promise that nobody waits for is marked with `void`.
    'no-void': ['error', { allowAsStatement: true }],
  },
});

export default tseslint.config(
  { ignores: GENERATED },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{js,mjs}'], extends: [js.configs.recommended], languageOptions: { globals: nodeGlobals() } },
  {
    files: ['**/*.ts'],
    ignores: COMPONENTS,
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    rules: { ...HOUSE_RULES, ...NODE_TEST_RULES },
  },
  ...components,
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  { files: ['lwc-ts-src/types/*.d.ts'], rules: { '@lwc/lwc/no-disallowed-lwc-imports': 'off' } },
  // A text from outside must not keep a process busy for minutes: a message once did.
  { files: ['**/*.{js,mjs,ts}'], plugins: { regexp }, rules: { 'regexp/no-super-linear-backtracking': 'error' } },
  neverImports('local-org', NOT_THE_SERVICE),
  neverImports('sync-service', never('local-org')),
  ...importsEarlierLayers('local-org', LOCAL_ORG_LAYERS, NOT_THE_SERVICE),
  ...importsEarlierLayers('sync-service', SYNC_SERVICE_LAYERS, never('local-org')),
);

function nodeGlobals() {
  const names = [
    'require',
    'module',
    'exports',
    'process',
    'console',
    '__dirname',
    'Buffer',
    'URL',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'jest',
  ];
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
