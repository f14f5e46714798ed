/** One file of the app, whole: where the line breaks, what came is kept and gone on from. */
import { fail, ok, type Clock, type Result, type Transfer } from '#lib/base/index.ts';
import type { OfflineFile } from './files.ts';
import type { RestReason } from './messages.ts';

const attempts = 3;
const pauseMs = 2_000;
/** The thinnest line that is waited for: 2 KB/s, after half a minute for the first byte. */
const firstByteMs = 30_000;
const msPerByte = 0.5;

export interface FilePorts {
	readonly fetch: (request: Request) => Promise<Response>;
	readonly clock: Clock;
}

type OnTheWay = Pick<Transfer, 'answered' | 'received'>;
type Got = Result<Response, RestReason>;

/** What is here of a file, uncompressed. */
interface Beginning {
	parts: Uint8Array<ArrayBuffer>[];
	bytes: number;
}

const nothing = (): Beginning => ({ parts: [], bytes: 0 });
const unwatched: OnTheWay = { answered: (answer) => answer, received: () => undefined };

/** Tries again as long as attempts bring something new, and thrice when they do not. */
export async function fetchFile(
	ports: FilePorts,
	file: OfflineFile,
	onTheWay = unwatched,
): Promise<Got> {
	const here = nothing();
	for (let [fruitless, goesOn] = [0, false]; ;) {
		const before = here.bytes;
		goesOn ||= isBetterContinued(file, before, fruitless);
		const got = await once(ports, file, here, goesOn, onTheWay);
		if (got.ok || got.reason === 'bad-manifest') return got;
		fruitless = here.bytes > before ? 0 : fruitless + 1;
		if (fruitless === attempts) return got;
		await ports.clock.sleep(pauseMs * Math.max(1, fruitless));
	}
}

/**
 * The rest of a file comes uncompressed, and only a name with a hash in it says that it is the same file's. From its
 * start it comes compressed: so it begins again where that is less to fetch, unless it has just come no further so.
 */
const isBetterContinued = (
	{ revision, bytes, wire }: OfflineFile,
	here: number,
	fruitless: number,
) => revision === null && here > 0 && here < bytes && (bytes - here < wire || fruitless > 0);

/** @param here grows by what comes; emptied when the server has another file of that name */
async function once(
	{ fetch, clock }: FilePorts,
	file: OfflineFile,
	here: Beginning,
	goesOn: boolean,
	{ answered, received }: OnTheWay,
): Promise<Got> {
	const attempt = new AbortController();
	const timer = new AbortController();
	clock.sleep(firstByteMs + file.bytes * msPerByte, timer.signal).then(
		() => attempt.abort(),
		() => undefined,
	);
	const told = ({ bytes }: Beginning) =>
		received(Math.round(Math.min(1, bytes / Math.max(1, file.bytes)) * file.wire));
	let into = nothing();
	try {
		told(goesOn ? here : into);
		const request = requestFor(file, goesOn ? here.bytes : 0, attempt.signal);
		const response = await answered(fetch(request));
		const { status } = response;
		if (goesOn && isRestOf(file, here.bytes, response)) into = here;
		else if (!(await isOurs(file.url, response))) {
			if (status === 206 || status === 416) Object.assign(here, nothing());
			return fail(response.ok && status !== 206 ? 'bad-manifest' : 'server-error', `${status}`);
		}
		// Read to the end here, so that a line cut half-way is this attempt's failure and nothing half is stored.
		const reader = response.body?.getReader();
		while (!isWhole(file, into.bytes)) {
			const part = await reader?.read();
			if (!part?.value) break;
			into.parts.push(part.value);
			into.bytes += part.value.length;
			told(into);
		}
		received(file.wire);
		return ok(new Response(new Blob(into.parts), { headers: headersOf(response) }));
	} catch {
		return fail('offline');
	} finally {
		timer.abort();
		if (into.bytes > here.bytes) Object.assign(here, into);
	}
}

function requestFor({ url, revision }: OfflineFile, from: number, signal: AbortSignal) {
	if (from > 0)
		return new Request(url, { cache: 'no-store', headers: { range: `bytes=${from}-` }, signal });
	// A name with a hash in it may come from the browser's own cache; any other must be the server's newest.
	return new Request(url, { cache: revision === null ? 'default' : 'no-cache', signal });
}

function isRestOf({ bytes }: OfflineFile, from: number, { status, headers }: Response): boolean {
	const range = `bytes ${from}-${bytes - 1}/${bytes}`;
	return (
		status === 206 && headers.get('content-range') === range && !headers.has('content-encoding')
	);
}

/** Where that can be told: then it does not matter how the line ends. */
const isWhole = ({ revision, bytes }: OfflineFile, here: number) =>
	revision === null && here === bytes;

/** Of a whole file, also where its end alone came last. */
function headersOf(response: Response): Headers {
	const headers = new Headers(response.headers);
	if (response.status === 206) {
		headers.delete('content-range');
		headers.delete('content-length');
	}
	return headers;
}

/** Is this the file, or what stands in for it: an error, a redirection, a captive portal's page? */
export async function isOurs(url: string, response: Response): Promise<boolean> {
	if (response.status !== 200 || response.redirected) return false;
	const page = response.headers.get('content-type')?.startsWith('text/html') ?? false;
	if (!url.endsWith('.html')) return !page;
	return page && (await response.clone().text()).includes('/_app/immutable/');
}
