interface Waiting<Item, Result> {
	readonly item: Item;
	readonly resolve: (result: Result) => void;
	readonly reject: (error: unknown) => void;
}

export interface BatchOptions {
	/** items of one batch */
	readonly most: number;
	/** does this failure concern all of a batch? Otherwise each item is tried again on its own. */
	readonly concernsAll: (error: unknown) => boolean;
}

/**
 * Does together what is asked for while the last batch is at work: many dossiers share one flush of the disk, and a lone
 * one waits for nobody.
 * @param work results in the order of the items; all done, or none when it throws
 */
export function inBatches<Item, Result>(
	work: (items: readonly Item[]) => Promise<readonly Result[]>,
	{ most, concernsAll }: BatchOptions,
): (item: Item) => Promise<Result> {
	const waiting: Waiting<Item, Result>[] = [];
	let atWork = false;

	async function run() {
		if (atWork) return;
		atWork = true;
		// What the requests of this very turn ask for comes along.
		await new Promise(setImmediate);
		while (waiting.length > 0) await settle(waiting.splice(0, most));
		atWork = false;
	}

	async function settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
		try {
			const results = await work(batch.map(({ item }) => item));
			batch.forEach(({ resolve }, i) => resolve(results[i] as Result));
		} catch (error) {
			if (batch.length === 1 || concernsAll(error)) batch.forEach(({ reject }) => reject(error));
			else for (const one of batch) await settle([one]);
		}
	}

	return (item) =>
		new Promise((resolve, reject) => {
			waiting.push({ item, resolve, reject });
			void run();
		});
}
