// What the compilers do not find. Types and names are theirs: svelte-check and TypeScript read every file.
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist/', 'node_modules/'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$', argsIgnorePattern: '^_$' }],
      // Charts are drawn into places that hold nothing else.
      'svelte/no-dom-manipulating': 'off',
      // Maps and sets are made anew in every derived value; none of them is written to later.
      'svelte/prefer-svelte-reactivity': 'off',
      // Braces and spaces that markup would swallow.
      'svelte/no-useless-mustaches': 'off',
    },
  },
  // Programs and pages without a workbench around them; tests that hand over what types forbid.
  { files: ['e2e/**', 'report/**'], rules: { 'no-console': 'off' } },
  { files: ['charts/test/**'], rules: { '@typescript-eslint/ban-ts-comment': 'off' } },
);
