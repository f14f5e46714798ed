import { anyLetter, lowerLetters, prepare } from './characters.ts';
import {
	initialsRule,
	joinedAbbreviationRule,
	markedAbbreviationRule,
} from './abbreviation-rules.ts';
import {
	letterCodeRule,
	numberedCodeRule,
	procedureCodeRule,
	serialCodeRule,
} from './code-rules.ts';
import { dashRule } from './dash-rule.ts';
import { fullDateRule, shortDateRule } from './date-rules.ts';
import { fractionRule } from './fraction-rule.ts';
import { legalKindRule, legalNumberRule, standardRule } from './legal-rules.ts';
import { calendarCodeRule, namedNumberRule } from './named-number-rules.ts';
import { digitStringRule, phoneRule } from './phone-rules.ts';
import { currencyFirstRule, quantityRule } from './quantity-rules.ts';
import { matchAt, type Reader, type Rule } from './reader.ts';
import type { SpokenText, WordsOptions } from './spoken-text.ts';
import { SpokenWriter } from './spoken-writer.ts';
import { repeatedNumberRule } from './repeated-number-rule.ts';
import { skimmedReferenceRule } from './skim-rules.ts';
import { slashRule } from './slash-rule.ts';
import { comparisonRule, punctuationRule, symbolRule } from './symbol-rules.ts';
import { fileEndingRule, webRule } from './web-rules.ts';
import { timeRule } from './time-rules.ts';
import { wordRule } from './word-rules.ts';

/** The first that fits wins: what is longest and surest comes first. */
const digitRules: readonly Rule[] = [
	legalNumberRule,
	procedureCodeRule,
	fullDateRule,
	webRule,
	serialCodeRule,
	phoneRule,
	standardRule,
	numberedCodeRule,
	digitStringRule,
	timeRule,
	shortDateRule,
	fractionRule,
	quantityRule,
];
/** Most words stand alone, end small and can be nothing but words: they skip the other rules. */
const aloneWord = new RegExp(`[${anyLetter}]*[${lowerLetters}](?=[ ,;\\n)]|$)`, 'y');
const aloneWordRule: Rule = (reader, at) =>
	!reader.skim && matchAt(aloneWord, reader.text, at) ? wordRule(reader, at) : undefined;
const letterRules: readonly Rule[] = [
	aloneWordRule,
	webRule,
	skimmedReferenceRule,
	legalKindRule,
	markedAbbreviationRule,
	joinedAbbreviationRule,
	currencyFirstRule,
	calendarCodeRule,
	namedNumberRule,
	serialCodeRule,
	letterCodeRule,
	initialsRule,
	wordRule,
];
const symbolRules: readonly Rule[] = [
	phoneRule,
	repeatedNumberRule,
	fileEndingRule,
	webRule,
	comparisonRule,
	dashRule,
	slashRule,
	punctuationRule,
	symbolRule,
];

const letter = new RegExp(`[${anyLetter}]`);
const rulesFor = (character: string) =>
	character >= '0' && character <= '9'
		? digitRules
		: letter.test(character)
			? letterRules
			: symbolRules;

/** For every opening bracket the place after its closing one. */
function closedBrackets(text: string): ReadonlyMap<number, number> {
	const open: number[] = [];
	const closed = new Map<number, number>();
	for (const { 0: bracket, index } of text.matchAll(/[()[\]]/g)) {
		if (bracket === '(' || bracket === '[') open.push(index);
		else {
			const start = open.pop();
			if (start !== undefined) closed.set(start, index + 1);
		}
	}
	return closed;
}

/**
 * Text as a clerk would read it out. Whatever comes in – any Unicode, any length – words come out: letters, spaces
 * and sentence marks, no digit and no symbol. Reading the result again changes nothing. Time is linear in the length.
 */
export function toWords(text: string, options: WordsOptions = {}): SpokenText {
	const prepared = prepare(text);
	const out = new SpokenWriter(prepared);
	const own = new Map(
		Object.entries(options.abbreviations ?? {}).map(([written, read]) => [
			written.normalize('NFC'),
			toWords(read, options.region ? { region: options.region } : {}).words,
		]),
	);
	const reader: Reader = {
		text: prepared.text,
		out,
		region: options.region ?? 'north',
		skim: options.mode === 'skim',
		own,
	};
	const asides = reader.skim ? closedBrackets(prepared.text) : undefined;
	let at = 0;
	while (at < prepared.text.length) {
		const character = prepared.text[at] ?? '';
		const asideEnd = asides?.get(at);
		if (asideEnd !== undefined) at = asideEnd;
		else if (character === ' ') at++;
		else at = step(rulesFor(character), reader, at);
	}
	return out.finish();
}

function step(rules: readonly Rule[], reader: Reader, at: number): number {
	for (const rule of rules) {
		const end = rule(reader, at);
		if (end !== undefined && end > at) return end;
	}
	return at + 1;
}
