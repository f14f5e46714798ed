/**
 * The house as lint rules: which folder may import which, through which doors, and what a file's name promises.
 * The order of `layers` is the order of the floors: a folder imports only from floors above it in this list.
 */
export const layers = [
	'base',
	'vietnamese',
	'catalogue',
	'search',
	'speech',
	'reading',
	'forms',
	'vault',
	'outbox',
	'dossiers',
	'voice',
	'assistant',
	'statistics',
	'ui',
	'app',
	'server',
];

const doors = ['./index.ts', './index.browser.ts'];
/** @param {string} folder */
const lib = (folder) => `./src/lib/${folder}`;

/** Folders below `server` in the list that the server must not touch all the same: they are the phone's. */
const phoneOnly = ['ui', 'app'];

function betweenLayers() {
	return layers.flatMap((target, floor) =>
		layers
			.filter((from) => from !== target)
			.map((from) => {
				const upward = layers.indexOf(from) > floor;
				const forbidden = upward || (target === 'server' && phoneOnly.includes(from));
				return forbidden
					? {
							target: lib(target),
							from: lib(from),
							message: `lib/${target} stands above lib/${from} and must not know it: pass what you need in as a parameter, or move it up.`,
						}
					: {
							target: lib(target),
							from: lib(from),
							except: doors,
							message: `Enter lib/${from} by its doors only: index.ts (pure) or index.browser.ts.`,
						};
			}),
	);
}

const onlyThroughDoors = ['./src/routes', './src/cli'].flatMap((target) =>
	layers.map((from) => ({
		target,
		from: lib(from),
		except: doors,
		message: `Enter lib/${from} by its doors only: index.ts (pure) or index.browser.ts.`,
	})),
);

const zones = [
	...betweenLayers(),
	...onlyThroughDoors,
	...layers
		.filter((layer) => !['app', 'server'].includes(layer))
		.map((layer) => ({
			target: lib(layer),
			from: './src/content',
			message: 'content/ is read by app/, server/ and cli/ alone: take the data as a parameter.',
		})),
	...['./src/lib', './src/content', './src/service-worker.ts'].map((target) => ({
		target,
		from: './src/routes',
		message: 'Nothing imports a route: move the shared part into lib/.',
	})),
	...['ui', 'app'].map((from) => ({
		target: './src/cli',
		from: lib(from),
		message: `cli/ runs on Node and never imports ${from}/.`,
	})),
	{
		target: './src/service-worker.ts',
		from: './src/lib/server',
		message: 'No browser file imports server/.',
	},
	{
		target: './src/lib',
		from: './src/cli',
		message: 'Nothing in lib/ imports the command line: move the shared part into lib/server.',
	},
];

const browserGlobals = [
	'window',
	'document',
	'navigator',
	'location',
	'localStorage',
	'sessionStorage',
	'indexedDB',
	'fetch',
	'caches',
	'speechSynthesis',
	'setTimeout',
	'setInterval',
	'requestAnimationFrame',
	'process',
	'Buffer',
].map((name) => ({
	name,
	message: `A plain .ts file is pure: take ${name} as a parameter, or name the file *.browser.ts, *.worker.ts or *.svelte.ts.`,
}));

/** @type {import('eslint').Linter.RulesRecord} */
const pureFile = {
	'no-restricted-globals': ['error', ...browserGlobals],
	'no-restricted-properties': [
		'error',
		{ object: 'Date', property: 'now', message: 'A plain .ts file is pure: take a Clock.' },
		{
			object: 'Math',
			property: 'random',
			message: 'A plain .ts file is pure: take a source of random numbers.',
		},
		{
			object: 'crypto',
			property: 'randomUUID',
			message: 'A plain .ts file is pure: take a source of ids.',
		},
	],
	'no-restricted-syntax': [
		'error',
		{
			selector: "NewExpression[callee.name='Date'][arguments.length=0]",
			message: 'A plain .ts file is pure: take a Clock.',
		},
		{
			selector: 'ImportDeclaration[source.value=/^node:/]',
			message:
				'A plain .ts file runs in a browser too: node: modules belong to lib/server and cli.',
		},
	],
};

const impureNames = ['**/*.browser.ts', '**/*.worker.ts', '**/*.svelte.ts', '**/*.vite.ts'];

/** @type {import('eslint').Linter.Config[]} */
export const architectureRules = [
	{
		files: ['src/**/*.{ts,svelte}'],
		rules: { 'import-x/no-restricted-paths': ['error', { zones }] },
	},
	{
		files: ['src/lib/**/*.ts', 'src/content/**/*.ts'],
		ignores: ['src/lib/server/**', '**/*.test.ts', ...impureNames],
		rules: pureFile,
	},
	{
		// Server code reaches a route only where it runs on the server.
		files: ['src/routes/**/*.{ts,svelte}'],
		ignores: ['src/routes/**/+server.ts', 'src/routes/**/+{page,layout}.server.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^#lib/server/',
							message:
								'server/ never reaches a browser: import it from +server.ts or +page.server.ts.',
						},
						{
							regex: '^#content/',
							message: 'content/ is read by app/, server/ and cli/ alone: let app/ hand it on.',
						},
					],
				},
			],
		},
	},
];
