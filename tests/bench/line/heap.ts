import type { CDPSession, Page } from 'playwright';

interface Usage {
	readonly usedSize: number;
	/** of the document and its styles; older Chromiums do not say */
	readonly embedderHeapUsedSize?: number;
	/** of typed arrays, which the search is made of */
	readonly backingStorageSize?: number;
}

const megabyte = 1_048_576;
const sizeOf = ({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }: Usage) =>
	usedSize + embedderHeapUsedSize + backingStorageSize;

/** The usage comes last, when what is free has been collected. */
const asked = ['HeapProfiler.collectGarbage', 'Runtime.getHeapUsage'] as const;

/** @returns megabytes that a page and its workers hold */
export async function heapMb(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send(asked[0]);
	const own = sizeOf(await session.send(asked[1]));
	const workers = await workersUsage(session, page.workers().length);
	await session.detach();
	return (own + workers.reduce((sum, usage) => sum + sizeOf(usage), 0)) / megabyte;
}

/** A worker has a heap of its own, which only a session of its own can ask for. */
async function workersUsage(session: CDPSession, count: number): Promise<readonly Usage[]> {
	const usages: Usage[] = [];
	const all = new Promise<void>((resolve) => {
		if (count === 0) resolve();
		session.on('Target.receivedMessageFromTarget', ({ message }) => {
			const { id, result } = JSON.parse(message) as { id?: number; result: Usage };
			if (id !== asked.length) return;
			usages.push(result);
			if (usages.length === count) resolve();
		});
	});
	session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
		if (targetInfo.type !== 'worker') return;
		for (const [at, method] of asked.entries()) {
			const message = JSON.stringify({ id: at + 1, method });
			void session.send('Target.sendMessageToTarget', { sessionId, message });
		}
	});
	await session.send('Target.setAutoAttach', {
		autoAttach: true,
		waitForDebuggerOnStart: false,
		flatten: false,
	});
	await all;
	return usages;
}
