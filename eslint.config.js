import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { architectureRules } from './tests/architecture/rules.js';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'data/', 'screens/', 'test-results/', 'static/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		plugins: { 'import-x': importX },
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		languageOptions: { globals: { ...globals.browser, ...globals.node, ...globals.serviceworker } },
		rules: {
			'no-undef': 'off',
			eqeqeq: 'error',
			'no-console': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig },
		},
		rules: { 'svelte/no-inline-styles': 'error', 'svelte/no-at-html-tags': 'error' },
	},
	...architectureRules,
	{
		// Node runs these as they are, and finds no file without its extension.
		files: ['src/{lib,cli,content}/**/*.ts'],
		ignores: ['src/lib/app/**'],
		rules: {
			'import-x/extensions': ['error', 'always', { ignorePackages: true, checkTypeImports: true }],
		},
	},
	{
		files: ['src/cli/**', 'tests/**'],
		rules: { 'no-console': 'off' },
	},
);
