/** Cycles only; which folder may import which is the linter's business (eslint.config.js). */
module.exports = {
	forbidden: [
		{
			name: 'no-circle',
			comment:
				'Two files that need each other are one thing or three: move what both need into a third.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: ['\\.svelte-kit', 'build'] },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.svelte', '.cjs'],
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'default'],
		},
	},
};
