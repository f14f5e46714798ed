interface Scored {
	readonly entry: number;
	readonly score: number;
}

/** Keeps the best `most` of many in one pass: a heap with the worst of them on top. */
export function createBest(most: number) {
	const heap: Scored[] = [];
	return {
		add(entry: number, score: number): void {
			if (heap.length < most) {
				heap.push({ entry, score });
				up(heap);
			} else if (score > heap[0]!.score) {
				heap[0] = { entry, score };
				down(heap);
			}
		},
		/** best first; of equals the earlier entry */
		take: (): Scored[] => heap.sort((a, b) => b.score - a.score || a.entry - b.entry),
	};
}

function swap(heap: Scored[], a: number, b: number): void {
	const kept = heap[a]!;
	heap[a] = heap[b]!;
	heap[b] = kept;
}

function up(heap: Scored[]): void {
	for (let at = heap.length - 1; at > 0;) {
		const parent = (at - 1) >> 1;
		if (heap[parent]!.score <= heap[at]!.score) return;
		swap(heap, at, parent);
		at = parent;
	}
}

function down(heap: Scored[]): void {
	for (let at = 0; ;) {
		const left = 2 * at + 1;
		const right = left + 1;
		let least = at;
		if (left < heap.length && heap[left]!.score < heap[least]!.score) least = left;
		if (right < heap.length && heap[right]!.score < heap[least]!.score) least = right;
		if (least === at) return;
		swap(heap, at, least);
		at = least;
	}
}
