export interface BucketOptions {
	/** how many may come at once */
	readonly burst: number;
	/** how many more are allowed each second */
	readonly perSecond: number;
	/** clients remembered; the one silent for longest is forgotten first */
	readonly clients: number;
	/** milliseconds of a clock that never goes back */
	readonly now: () => number;
}

/** Takes one token of a client. @returns 0, or after how many whole seconds there is one */
export type TakeToken = (client: string) => number;

/** A limit for each client, in the memory of one process: restarting it, or a second one, only makes it more generous. */
export function tokenBuckets({ burst, perSecond, clients, now }: BucketOptions): TakeToken {
	const buckets = new Map<string, { tokens: number; at: number }>();
	return (client) => {
		const at = now();
		const last = buckets.get(client) ?? { tokens: burst, at };
		const tokens = Math.min(burst, last.tokens + ((at - last.at) / 1000) * perSecond);
		buckets.delete(client);
		buckets.set(client, { tokens: tokens < 1 ? tokens : tokens - 1, at });
		if (buckets.size > clients) buckets.delete(buckets.keys().next().value as string);
		return tokens < 1 ? Math.ceil((1 - tokens) / perSecond) : 0;
	};
}
