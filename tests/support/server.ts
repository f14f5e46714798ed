import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface TestServer {
	/** `http://localhost:PORT`, without a slash at the end */
	readonly url: string;
	readonly port: number;
	readonly dataDir: string;
	readonly pid: number;
	/** what it wrote to stderr so far */
	log(): string;
	/** ends it as an operator would; resolves with its exit code */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
	/** `stop`, and the data directory is deleted */
	remove(): Promise<void>;
}

export interface ServerOptions {
	readonly env?: Readonly<Record<string, string>>;
	/** to go on with the data, or at the address, of a server that was stopped */
	readonly dataDir?: string;
	readonly port?: number;
	/** another folder with the app and its build; see `next-build.ts` */
	readonly root?: string;
}

/** `npm start` on a free port, with a data directory of its own. */
export async function startServer({
	env = {},
	dataDir = mkdtempSync(join(tmpdir(), 'mot-cua-noi-')),
	port = 0,
	root = projectRoot,
}: ServerOptions = {}): Promise<TestServer> {
	const child = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', join(root, 'src/cli/serve.ts')],
		{
			cwd: root,
			env: { ...process.env, ORIGIN: '', ...env, PORT: String(port), DATA_DIR: dataDir },
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	let log = '';
	child.stderr.on('data', (part: Buffer) => (log += part.toString()));
	const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
	const url = await new Promise<string>((resolve, reject) => {
		let out = '';
		child.stdout.on('data', (part: Buffer) => {
			out += part.toString();
			if (out.includes('\n')) resolve(out.trim());
		});
		void ended.then((code) => reject(new Error(`the server ended with ${code}: ${log}`)));
	});
	const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
		child.kill(signal);
		return ended;
	};
	return {
		url,
		port: Number(new URL(url).port),
		dataDir,
		pid: child.pid ?? 0,
		log: () => log,
		stop,
		remove: async () => {
			await stop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}
