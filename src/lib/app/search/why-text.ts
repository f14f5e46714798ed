import type { Hit } from '#lib/search/index.ts';
import { words } from '../words.ts';

const text = words.search.why;

/** In a line why something was found that is not named as it was asked for; undefined where its name says it. */
export function whyText({ why, matched }: Pick<Hit, 'why' | 'matched'>): string | undefined {
	const synonym = why.find(({ kind }) => kind === 'synonym');
	if (synonym) return text.synonym(synonym.said, synonym.meant);
	const [first] = why;
	if (!first || first.kind === 'name' || matched.length > 0) return undefined;
	return first.kind === 'keyword' ? text.keyword(first.meant) : text[first.kind as 'field'];
}
