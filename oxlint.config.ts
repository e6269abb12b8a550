/**
 * The linter's configuration. The walls between folders are data, first in this file;
 * `test/unit/lint/walls.test.ts` shows that they hold.
 */
import type { OxlintConfig } from 'oxlint';

type Folder =
  | 'data'
  | 'matching'
  | 'presentation'
  | 'components'
  | 'page'
  | 'background'
  | 'platform'
  | 'entrypoints'
  | 'cli'
  | 'scripts'
  | 'bench'
  | 'test'
  | 'public';

/**
 * What each folder may import of the others, `types` standing for types alone; a file's path lets in that file alone. What is not listed is
 * forbidden. `test/` may import everything.
 */
const WALLS: Record<
  Exclude<Folder, 'test' | 'public'>,
  Partial<Record<Folder | `${Folder}/${string}`, 'all' | 'types'>>
> = {
  data: {},
  matching: { data: 'all' },
  presentation: { data: 'all', matching: 'all', public: 'types' },
  components: {
    data: 'all',
    matching: 'types',
    presentation: 'all',
    platform: 'types',
    'platform/settings-values.ts': 'all',
  },
  // A page's scripts carry no facts and no matching.
  page: { data: 'types', presentation: 'types', platform: 'all' },
  background: {
    data: 'types',
    matching: 'all',
    presentation: 'all',
    platform: 'types',
    'platform/exchange.ts': 'all',
  },
  platform: { data: 'all', presentation: 'types' },
  entrypoints: {
    data: 'all',
    matching: 'all',
    presentation: 'all',
    components: 'all',
    page: 'all',
    background: 'all',
    platform: 'all',
  },
  cli: { data: 'all', matching: 'all', presentation: 'all', 'page/blocks.ts': 'all' },
  scripts: {
    data: 'all',
    matching: 'all',
    presentation: 'all',
    components: 'all',
    page: 'all',
    platform: 'all',
    cli: 'all',
  },
  bench: {
    'cli/kept-knowledge.ts': 'all',
    data: 'all',
    matching: 'all',
    presentation: 'all',
    components: 'all',
    page: 'all',
    background: 'all',
    platform: 'all',
    scripts: 'all',
  },
};

/** What readers get. */
const PRODUCT: Folder[] = [
  'data',
  'matching',
  'presentation',
  'components',
  'page',
  'background',
  'platform',
  'entrypoints',
  'cli',
];

const FOLDERS: Folder[] = [...PRODUCT, 'scripts', 'bench', 'test', 'public'];

/** Folders that know nothing of documents and windows. */
const WITHOUT_DOM: Folder[] = ['data', 'matching', 'presentation', 'background'];
const WITH_PREACT: Folder[] = ['components', 'entrypoints', 'bench'];

type Walled = keyof typeof WALLS;

/** Names of packages are matched as a whole or with what follows a slash. */
function restrictions(folder: Walled) {
  const allowed = WALLS[folder];
  const walls = FOLDERS.filter((other) => other !== folder && allowed[other] !== 'all').map((other) => ({
    group: [
      `**/${other}/**`,
      ...Object.keys(allowed).flatMap((path) => (path.startsWith(`${other}/`) ? [`!**/${path}`] : [])),
    ],
    allowTypeImports: allowed[other] === 'types',
    message: `${folder}/ may not import this of ${other}/: see WALLS in oxlint.config.ts.`,
  }));
  const packages = [
    ...(folder === 'platform' || folder === 'scripts'
      ? []
      : [
          { regex: '^(?:webextension-polyfill|wxt/browser|#imports)$', message: 'Only platform/ names a browser API.' },
        ]),
    ...(WITH_PREACT.includes(folder) ? [] : [{ regex: '^preact(?:/|$)', message: 'Only views know Preact.' }]),
  ];
  return { patterns: [...walls, ...packages] };
}

const walls = (Object.keys(WALLS) as Walled[]).map((folder) => ({
  files: [`${folder}/**`],
  rules: {
    'no-restricted-imports': ['error', restrictions(folder)],
    'no-restricted-globals': [
      'error',
      ...(folder === 'platform' || folder === 'scripts' ? [] : ['chrome', 'browser']),
      ...(WITHOUT_DOM.includes(folder) ? ['document', 'window', 'navigator', 'location'] : []),
    ],
  },
})) satisfies OxlintConfig['overrides'];

export default {
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'node'],
  options: {
    typeAware: true,
    denyWarnings: true,
    reportUnusedDisableDirectives: 'error',
  },
  categories: {
    correctness: 'error',
    suspicious: 'error',
  },
  ignorePatterns: ['.output', '.wxt', 'tmp', 'test/pages'],
  rules: {
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-eval': 'error',
    'no-new-func': 'error',
    'no-script-url': 'error',
    'no-alert': 'error',
    'no-shadow': 'off',
    'no-await-in-loop': 'off',
    'no-underscore-dangle': 'off',
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': [
      'error',
      {
        disallowTypeAnnotations: false,
      },
    ],
    'typescript/no-misused-promises': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      {
        considerDefaultExhaustiveForUnions: true,
      },
    ],
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/consistent-return': 'off',
    'no-misleading-character-class': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/unbound-method': 'off',
    'typescript/no-confusing-non-null-assertion': 'off',
    'unicorn/prefer-add-event-listener': 'off',
    // It takes workers for windows.
    'unicorn/require-post-message-target-origin': 'off',
  },
  overrides: [
    ...walls,
    {
      files: PRODUCT.map((folder) => `${folder}/**`),
      rules: { 'max-lines-per-function': ['error', { max: 80, skipComments: true, skipBlankLines: true }] },
    },
    { files: ['entrypoints/**', '*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    {
      files: ['scripts/**', 'test/**'],
      rules: {
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
  ],
} satisfies OxlintConfig;
