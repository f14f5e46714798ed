/** One voice in all windows of the app: whoever begins silences the others. */
export function createOneVoice(silence: () => void): { taken(): void } {
	const channel =
		typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('mot-cua-noi.voice');
	channel?.addEventListener('message', silence);
	return { taken: () => channel?.postMessage('taken') };
}
