import { fold } from '#lib/vietnamese/index.ts';
import type { Topic } from './agenda.ts';

const idle = new Set('cua so va la o ve cho cau muc phan'.split(' '));
const wordsOf = (text: string) =>
	fold(text.toLowerCase())
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '' && !idle.has(word));

/** Which questions a name means ("ngày sinh"): the best, if their names hold most of its words. */
export function topicsNamed(name: string, topics: readonly Topic[]): readonly Topic[] {
	const said = wordsOf(name);
	if (said.length === 0) return [];
	const scored = topics.map((topic) => {
		const own = new Set(wordsOf(topic.name));
		const held = said.filter((word) => own.has(word)).length;
		// Of two that hold all of it, the one that says less beside it.
		return { topic, share: held / said.length, score: held / said.length - own.size / 1000 };
	});
	const best = Math.max(0, ...scored.map(({ share }) => share));
	if (best < 0.6) return [];
	const found = scored.filter(({ share }) => share === best);
	const exact = found.filter(({ topic }) => wordsOf(topic.name).join() === said.join());
	return (exact.length > 0 ? exact : found)
		.toSorted((a, b) => b.score - a.score)
		.map(({ topic }) => topic);
}

/** "ngày sinh thành 12/4/1990", "tên là Hoa": the name, and what it should be. */
export function splitEdit(text: string): { readonly name: string; readonly value?: string } {
	const parts = /^(.+?) (?:thành|lại là|phải là|là) (.+)$/u.exec(text);
	return parts?.[1] && parts[2] ? { name: parts[1], value: parts[2] } : { name: text };
}
