const signs = ['pointerdown', 'keydown', 'visibilitychange'] as const;
/** How often it looks; in the background a browser may let it look later, so coming back looks too. */
const lookMs = 10_000;

/**
 * Calls `lock` once nobody has touched or typed for so long, by the clock and not by timers that sleep with the phone.
 * @param idleMs milliseconds
 * @returns stop watching
 */
export function lockWhenIdle(idleMs: number, lock: () => void): () => void {
	let last = Date.now();
	const look = () => {
		const now = Date.now();
		// A clock set back must not keep it open.
		if (now - last >= idleMs || now < last) lock();
	};
	const touched = () => {
		look();
		last = Date.now();
	};
	const timer = setInterval(look, lookMs);
	for (const sign of signs) document.addEventListener(sign, touched, true);
	return () => {
		clearInterval(timer);
		for (const sign of signs) document.removeEventListener(sign, touched, true);
	};
}
