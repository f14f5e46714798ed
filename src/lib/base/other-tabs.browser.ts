/** Speaks with the other tabs and workers of this app; without BroadcastChannel, and once closed, with nobody. */
export interface OtherTabs<Message> {
	tell(message: Message): void;
	close(): void;
}

/** @param hear what another of them told; never one's own words */
export function otherTabs<Message>(
	name: string,
	hear: (message: Message) => void,
): OtherTabs<Message> {
	let channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined;
	channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));
	return {
		tell: (message) => channel?.postMessage(message),
		close() {
			channel?.close();
			// What is still being written when a page goes ends with its news, and a closed channel would throw.
			channel = undefined;
		},
	};
}
