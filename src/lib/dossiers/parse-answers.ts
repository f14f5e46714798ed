import { limits, type Answers, type Json } from './body.ts';
import type { DossierMessages } from './messages.ts';
import type { Report } from './report.ts';

/** Names that a careless `object[name] = …` would turn into something else. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads answers into fresh objects; what is wrong goes to `report`, and the rest is still looked at. */
export function parseAnswers(value: unknown, report: Report, messages: DossierMessages): Answers {
	if (!isObject(value)) {
		report('answers', messages.answers);
		return {};
	}
	return copyObject(value, 'answers', 1);

	function copy(part: unknown, path: string, level: number): Json {
		if (part === null || typeof part === 'boolean') return part;
		if (typeof part === 'string') {
			if (!part.isWellFormed()) report(path, messages.text);
			return part;
		}
		if (typeof part === 'number' && Number.isFinite(part)) return part;
		if (typeof part === 'object' && level > limits.answersDepth) {
			report(path, messages.tooDeep(limits.answersDepth));
			return null;
		}
		if (Array.isArray(part)) return part.map((entry, i) => copy(entry, `${path}.${i}`, level + 1));
		if (isObject(part)) return copyObject(part, path, level);
		report(path, messages.answerValue);
		return null;
	}

	function copyObject(part: Record<string, unknown>, path: string, level: number) {
		const fresh: Record<string, Json> = {};
		for (const [name, entry] of Object.entries(part)) {
			const at = `${path}.${name.slice(0, 64).toWellFormed()}`;
			if (forbidden.has(name)) report(at, messages.forbiddenName);
			else if (!name.isWellFormed()) report(at, messages.text);
			else fresh[name] = copy(entry, at, level + 1);
		}
		return fresh;
	}
}

/** An object as JSON makes one: no array, no class of somebody's. */
export function isObject(value: unknown): value is Record<string, unknown> {
	if (typeof value !== 'object' || value === null) return false;
	const kind: unknown = Object.getPrototypeOf(value);
	return kind === Object.prototype || kind === null;
}
