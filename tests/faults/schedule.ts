import { sealBody, type DossierBody } from '#lib/dossiers/index.ts';
import type { Enqueue, OutboxStore } from '#lib/outbox/index.ts';
import type { DrainPorts } from '../../src/lib/outbox/drain.ts';
import { bodyText, type Fault } from './fake-service.ts';
import { Killable, type Kill } from './killable.ts';
import { done, Phone } from './phone.ts';

/** One life of the app: it drains until it is done or killed, while the line behaves as told. */
export interface Life {
	readonly kill?: Kill;
	/** what befalls the n-th request of this life; beyond the list nothing does */
	readonly line: readonly (Fault | undefined)[];
	/** how far the phone's clock is moved before it, in ms */
	readonly clockMoves?: number;
	/** the service worker drains at the same time, without the lock holding either back */
	readonly twice?: boolean;
	/** a second tab, or the service worker, begins so many ms after the first, under the lock */
	readonly secondTab?: number;
	/** the server is one from before there was compression */
	readonly oldServer?: boolean;
	/** the storage write of this number, and those after it, find the disk full */
	readonly fullFrom?: number;
}

/** Bugs to plant, so that the check itself is checked. */
export const plants = ['accept-html', 'no-lock', 'delete-early', 'new-id-on-retry'] as const;
export type Plant = (typeof plants)[number];

export interface Outcome {
	/** what is neither with the server under a stored receipt nor still whole on the phone */
	readonly lost: readonly string[];
	/** what the server has twice, or in more than one text */
	readonly doubled: readonly string[];
	/** what was on its way twice at the same moment */
	readonly overlapped: readonly string[];
	/** calls of the last killable life: every one is a place to be killed at */
	readonly calls: number;
}

/**
 * Queues the dossiers, lives the given lives, then one without faults, and looks after each life whether every dossier is
 * delivered with its receipt or still whole on the phone, and after the last whether each is delivered exactly once.
 */
export async function live(
	entries: readonly Enqueue[],
	lives: readonly Life[],
	plant?: Plant,
): Promise<Outcome> {
	const phone = new Phone();
	for (const entry of entries) await done((await phone.store()).enqueue(entry));
	const lost = new Set<string>();
	const overlapped = new Set<string>();
	let calls = 0;
	for (const life of lives) {
		calls = await liveOnce(phone, life, plant, overlapped);
		for (const id of await missing(phone, entries)) lost.add(id);
	}
	for (let round = 0; round < 3; round++) {
		await wakeAll(await phone.store());
		phone.service.fault = () => undefined;
		await phone.drain(ports(phone, await phone.store(), new Killable(), plant));
	}
	for (const id of await undelivered(phone, entries)) lost.add(id);
	return {
		lost: [...lost],
		doubled: doubled(phone, entries),
		overlapped: [...overlapped],
		calls,
	};
}

/** "Gửi ngay" for everything, also for what needs attention. */
export async function wakeAll(store: OutboxStore): Promise<void> {
	await done(store.wake());
	for (const { id, state } of await done(store.items()))
		if (state === 'needs-attention') await done(store.wake(id));
}

async function liveOnce(
	phone: Phone,
	life: Life,
	plant: Plant | undefined,
	overlapped: Set<string>,
): Promise<number> {
	phone.clock.move(life.clockMoves ?? 0);
	let requests = 0;
	phone.service.fault = () => life.line[requests++];
	phone.service.readsGzip = !life.oldServer;
	const store = await phone.store();
	await done(store.resetWaits());
	const process = new Killable(life.kill);
	const own = () => watched(full(ports(phone, store, process, plant), life.fullFrom), sending);
	const sending = { underWay: new Map<string, number>(), overlapped };
	const drains = [phone.drain(own())];
	const later = life.secondTab;
	if (later !== undefined) {
		// A tab that was closed meanwhile does not begin any more.
		const opened = process.call(() => phone.clock.sleep(later));
		drains.push(opened().then(() => phone.drain(own())));
	}
	if (life.twice) {
		drains.push(phone.drain({ ...ports(phone, store, process, plant), lock: unlocked }));
	}
	await Promise.race([Promise.all(drains), process.died]);
	phone.unlock();
	phone.reload();
	return process.calls;
}

const unlocked: DrainPorts['lock'] = async (work, signal) => {
	await work(signal);
	return true;
};

interface Sending {
	readonly underWay: Map<string, number>;
	readonly overlapped: Set<string>;
}

/** Notes a dossier that is put while it is being put. */
function watched(ports: Partial<DrainPorts>, { underWay, overlapped }: Sending) {
	const { http } = ports;
	if (!http) return ports;
	const counted: DrainPorts['http'] = async (request) => {
		if (request.method !== 'PUT') return http(request);
		const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
		const now = (underWay.get(id) ?? 0) + 1;
		underWay.set(id, now);
		if (now > 1) overlapped.add(id);
		try {
			return await http(request);
		} finally {
			underWay.set(id, (underWay.get(id) ?? 1) - 1);
		}
	};
	return { ...ports, http: counted };
}

const writes = ['claim', 'handingOver', 'deliver', 'settle', 'filesMissing', 'recover', 'setPace'];

/** A disk that is full from the n-th write on. */
function full(ports: Partial<DrainPorts>, from: number | undefined): Partial<DrainPorts> {
	const { store } = ports;
	if (from === undefined || !store) return ports;
	let made = 0;
	const limited = new Proxy(store, {
		get: (target, name) => {
			const value: unknown = Reflect.get(target, name);
			if (typeof value !== 'function' || !writes.includes(String(name))) return value;
			return (...args: unknown[]) =>
				++made >= from
					? Promise.resolve({ ok: false, reason: 'no-space' })
					: (value as (...args: unknown[]) => unknown)(...args);
		},
	});
	return { ...ports, store: limited };
}

function ports(
	phone: Phone,
	store: OutboxStore,
	process: Killable,
	plant: Plant | undefined,
): Partial<DrainPorts> {
	const http = process.call(phone.service.http);
	const wrapped = process.wrap<OutboxStore>(store);
	switch (plant) {
		case undefined:
			return { store: wrapped, http };
		case 'delete-early':
			return {
				http,
				store: {
					...wrapped,
					handingOver: async (id, sender) => {
						const ours = await wrapped.handingOver(id, sender);
						await wrapped.settle(id, sender, {
							to: 'needs-attention',
							reason: 'refused',
						});
						await wrapped.remove(id);
						return ours;
					},
				},
			};
		case 'no-lock':
			return { store: wrapped, http, lock: unlocked };
		case 'accept-html':
			return {
				store: wrapped,
				http: async (request) => {
					const answer = await http(request);
					if (request.method !== 'PUT' || answer.status !== 200) return answer;
					const { sha256 } = JSON.parse(await bodyText(request)) as { sha256: string };
					const receivedAt = '2026-11-23T07:00:00Z';
					const body = JSON.stringify({ code: 'HS-0', receivedAt, sha256, secret: 's' });
					return { ...answer, body };
				},
			};
		case 'new-id-on-retry':
			return {
				store: wrapped,
				http: async (request) => {
					if (request.method !== 'PUT' || phone.service.dossiers.size === 0) return http(request);
					const body = JSON.parse(await bodyText(request)) as DossierBody;
					const id = body.id.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
					const url = request.url.replace(body.id, id);
					const headers = { 'content-type': 'application/json' };
					const text = JSON.stringify(await sealBody({ ...body, id }));
					return http({ ...request, url, headers, body: text });
				},
			};
	}
}

/** Dossiers that are neither delivered nor whole: without their text, or without a file. */
async function missing(phone: Phone, entries: readonly Enqueue[]): Promise<string[]> {
	const store = await phone.store();
	const lost: string[] = [];
	for (const entry of entries) {
		const received = phone.service.dossiers.get(entry.id)?.receipt;
		const receipt = await done(store.receipt(entry.id));
		if (received && receipt?.secret === received.secret) continue;
		if (receipt || !(await isWhole(store, entry))) lost.push(entry.id);
	}
	return lost;
}

export async function isWhole(store: OutboxStore, entry: Enqueue): Promise<boolean> {
	for (const file of entry.attachments) {
		const kept = await done(store.fileBytes(entry.id, file.id));
		if (!kept || !(await sameBytes(kept, file.blob))) return false;
	}
	return (
		(await done(store.item(entry.id)))?.sha256 === entry.sha256 &&
		(await done(store.payload(entry.id))) === entry.payload
	);
}

async function undelivered(phone: Phone, entries: readonly Enqueue[]): Promise<string[]> {
	const store = await phone.store();
	const lost: string[] = [];
	for (const { id, attachments } of entries) {
		const item = await done(store.item(id));
		const receipt = await done(store.receipt(id));
		const received = phone.service.dossiers.get(id)?.receipt;
		let whole = item?.state === 'delivered' && receipt?.secret === received?.secret && !!received;
		for (const file of attachments) {
			const held = phone.service.files.get(`${id}/${file.id}`);
			whole &&= held !== undefined && (await sameBytes(new Blob([held]), file.blob));
		}
		if (!whole) lost.push(id);
	}
	return lost;
}

function doubled(phone: Phone, entries: readonly Enqueue[]): string[] {
	const known = new Map(entries.map(({ id, payload }) => [id, payload]));
	return [...phone.service.dossiers]
		.filter(([id, { texts }]) => texts.size !== 1 || !texts.has(known.get(id) ?? ''))
		.map(([id]) => id);
}

async function sameBytes(a: Blob, b: Blob | undefined): Promise<boolean> {
	if (!b) return false;
	const [one, two] = await Promise.all([a.arrayBuffer(), b.arrayBuffer()]);
	return Buffer.from(one).equals(Buffer.from(two));
}
