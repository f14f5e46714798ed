import { fail, ok, type Result } from '#lib/base/index.ts';

export interface Settings {
	/** 0: any free port */
	readonly port: number;
	readonly host: string;
	/** the address people use, when a proxy or a domain stands in front; absent: as the request says, over http */
	readonly origin?: string;
}

/**
 * Reads PORT, HOST and ORIGIN; an empty variable counts as unset.
 * @returns the one line for the operator as `detail`
 */
export function readSettings(
	env: Readonly<Record<string, string | undefined>>,
): Result<Settings, 'bad-settings'> {
	const port = env.PORT?.trim() || '3000';
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
		return fail('bad-settings', `PORT must be a number from 0 to 65535, not "${port}".`);
	}
	const host = env.HOST?.trim() || '0.0.0.0';
	const address = env.ORIGIN?.trim();
	if (!address) return ok({ port: Number(port), host });
	const origin = parseOrigin(address);
	if (!origin) {
		const line = `ORIGIN must be an address such as https://motcua.example.vn, not "${address}".`;
		return fail('bad-settings', line);
	}
	return ok({ port: Number(port), host, origin });
}

function parseOrigin(address: string): string | undefined {
	try {
		const url = new URL(address);
		const bare = url.pathname === '/' && !url.search && !url.hash && !url.username;
		return bare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
	} catch {
		return undefined;
	}
}
