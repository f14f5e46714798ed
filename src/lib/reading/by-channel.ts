import type { Channel } from '#lib/catalogue/index.ts';
import type { ReadingMessages } from './reading-messages.ts';

export interface ChannelGroup {
	/** the official words of the ways that share the fact, first letter as the source wrote it */
	readonly names: readonly string[];
	readonly channels: readonly Channel[];
}

/** Ways of handing in with the same fact are named together, in source order. */
export function byChannel(
	channels: readonly Channel[],
	factOf: (channel: Channel) => string,
	words: ReadingMessages,
): Map<string, ChannelGroup> {
	const groups = new Map<string, { names: string[]; channels: Channel[] }>();
	for (const channel of channels) {
		const fact = factOf(channel);
		const group = groups.get(fact) ?? { names: [], channels: [] };
		groups.set(fact, group);
		const name = channel.name || words.unnamedChannel;
		if (!group.names.includes(name)) group.names.push(name);
		group.channels.push(channel);
	}
	return groups;
}

/** "Trực tiếp, trực tuyến" */
export const channelNames = (names: readonly string[]): string =>
	names.map((name, index) => (index ? lowerFirst(name) : name)).join(', ');

export const lowerFirst = (text: string): string =>
	/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ends with exactly one mark of a sentence. */
export const asSentence = (text: string): string => {
	const bare = text.trim().replace(/[\s,;:]+$/, '');
	return /[.!?…][)”"]?$/.test(bare) ? bare : `${bare}.`;
};
