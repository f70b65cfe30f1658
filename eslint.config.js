import boundaries from 'eslint-plugin-boundaries'
import tseslint from 'typescript-eslint'

/** The import directions of the architecture: each folder of `src/` and the folders it may import. */
const directions = {
  domain: [],
  messages: ['domain'],
  phrases: [],
  faults: ['domain', 'phrases'],
  catalog: ['domain'],
  diagnosis: ['domain', 'phrases'],
  guides: ['domain', 'messages'],
  http: [
    'domain',
    'guides',
    'messages',
    'issues',
    'firms',
    'access',
    'actions',
    'evidence',
    'idempotency',
    'notices',
    'outbound',
    'quickbooks',
    'storage',
  ],
  web: [
    'domain',
    'guides',
    'messages',
    'issues',
    'firms',
    'access',
    'actions',
    'evidence',
    'idempotency',
    'quickbooks',
    'storage',
  ],
  issues: ['domain', 'storage'],
  firms: ['domain', 'storage'],
  access: ['domain', 'storage'],
  idempotency: ['storage'],
  backup: ['storage'],
  demo: ['domain', 'firms', 'issues', 'access', 'quickbooks', 'sandbox'],
  actions: ['domain', 'storage', 'issues', 'quickbooks', 'host', 'evidence'],
  evidence: ['domain', 'storage', 'issues', 'quickbooks', 'host'],
  host: ['domain', 'outbound'],
  notices: ['domain', 'messages', 'issues', 'firms', 'storage', 'outbound', 'secrets'],
  outbound: [],
  secrets: [],
  quickbooks: ['domain', 'faults', 'storage', 'secrets'],
  sandbox: ['domain', 'messages', 'quickbooks', 'http', 'web', 'storage/sqlite'],
  metrics: ['http'],
  retention: ['domain', 'issues', 'storage'],
  'storage/sqlite': ['storage'],
  'storage/mongodb': ['storage'],
  storage: [],
}

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'reports', '.stryker-tmp', 'src/http/api-types.ts', 'src/web/static'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNullish: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // An async method of synchronous work turns what it throws into a rejection, as its port says.
      '@typescript-eslint/require-await': 'off',
      // What a member leaves out of a copy is named, and not used.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.keys(directions).map((folder) => ({
        type: folder,
        pattern: `src/${folder}`,
      })),
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'allow',
          policies: Object.entries(directions).flatMap(([folder, allowed]) =>
            Object.keys(directions)
              .filter((other) => other !== folder && !allowed.includes(other))
              .map((other) => ({
                from: { element: { type: folder } },
                disallow: { to: { element: { type: other } } },
              })),
          ),
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\.\\./(\\.\\./)*(app|serve|main|cli|wiring/[\\w-]+)\\.ts$',
              message: 'Only commands import the wiring.',
            },
          ],
        },
      ],
    },
  },
  { files: ['src/commands/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
)
