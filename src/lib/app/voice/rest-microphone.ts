import { listener } from '../listener.svelte.ts';

/** Ends hands-free listening; what somebody has begun to say meanwhile is left alone. */
export function restMicrophone() {
	if (listener.status === 'between') listener.stop();
}
