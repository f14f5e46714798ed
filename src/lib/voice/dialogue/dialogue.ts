/**
 * A talk that fills in a dossier: asks, hears, confirms by risk, takes corrections, and gives up in good time. Pure: an
 * event and a state go in, the next state, the sentences to say and the dossier come out. It cannot go round in circles:
 * whatever does not bring the dossier forward is counted, and at the limit it keeps the draft and offers a person.
 */
import { hearYesNo, hearChoice, tidy } from '#lib/vietnamese/index.ts';
import { certain, type Interpreted } from '../interpret.ts';
import type { Agenda, Change, Offer, Topic, Understood, Value } from './agenda.ts';
import { afterRefusal, hearCorrection, type Correction } from './corrections.ts';
import { splitEdit, topicsNamed } from './find-topic.ts';
import { ask, choicesAt, confirmation, expectation, offerChoices, atOnce } from './prompts.ts';
import type { DialogueEvent, DialogueState, Effect, Reply } from './state.ts';
import type { DialogueWords } from './words.ts';

export interface DialogueOptions<Dossier> {
	readonly agenda: Agenda<Dossier>;
	/** orders that can be given on these screens */
	readonly interpret: (text: string, screen: 'form' | 'review') => Interpreted;
	readonly words: DialogueWords;
}

export interface Dialogue<Dossier> {
	/** @param now milliseconds since 1970 */
	turn(state: DialogueState, dossier: Dossier, event: DialogueEvent, now: number): Reply<Dossier>;
}

/** Misses at one question before the draft is put aside. */
const mostMisses = 4;
/** So often one answer may be heard wrong. */
const mostRefused = 3;
/** Turns in a row that bring nothing. */
export const mostIdle = 8;
/** After so long somebody has to be told where they are. */
const longAgo = 30 * 60_000;

export function createDialogue<Dossier>(options: DialogueOptions<Dossier>): Dialogue<Dossier> {
	return {
		turn: (state, dossier, event, now) => new Turn(options, state, dossier, now).run(event),
	};
}

type Order = Exclude<Interpreted, { command: null }>;
type Trouble = keyof DialogueWords['why'];

/** One exchange. Lives for one call; nothing of it is seen outside. */
class Turn<Dossier> {
	readonly #agenda: Agenda<Dossier>;
	readonly #interpret: DialogueOptions<Dossier>['interpret'];
	readonly #words: DialogueWords;
	readonly #before: DialogueState;
	readonly #now: number;
	#state: DialogueState;
	#dossier: Dossier;
	#topics: readonly Topic[];
	#say: string[] = [];
	#effects: Effect[] = [];
	/** something was kept, or put aside for good */
	#progress = false;

	constructor(
		{ agenda, interpret, words }: DialogueOptions<Dossier>,
		state: DialogueState,
		dossier: Dossier,
		now: number,
	) {
		this.#agenda = agenda;
		this.#interpret = interpret;
		this.#words = words;
		this.#before = state;
		this.#state = state;
		this.#dossier = dossier;
		this.#topics = agenda.topics(dossier);
		this.#now = now;
	}

	run(event: DialogueEvent): Reply<Dossier> {
		// The question may be gone: another answer was changed by hand.
		if (this.#state.at !== '' && !this.#topic) this.#set({ phase: 'asking', at: '', pending: [] });
		this.#on(event);
		const counts = event.type !== 'moved' && event.type !== 'stop';
		const idle = this.#progress ? 0 : this.#before.idle + (counts ? 1 : 0);
		this.#set({ idle, time: this.#now });
		if (this.#progress) this.#set({ met: this.#state.met.filter((one) => one !== 'offered') });
		if (idle >= mostIdle && this.#isOpen) this.#handOver();
		if (this.#say.length > 0) this.#set({ said: [...this.#say] });
		return {
			state: this.#state,
			dossier: this.#dossier,
			say: this.#say,
			expect: expectation(this.#state, this.#topic, this.#words),
			effects: this.#effects,
		};
	}

	get #topic(): Topic | undefined {
		return this.#topics.find(({ path }) => path === this.#state.at);
	}

	get #isOpen() {
		return !['offering', 'paused', 'left', 'submitted'].includes(this.#state.phase);
	}

	#set(changed: Partial<DialogueState>) {
		this.#state = { ...this.#state, ...changed };
	}

	#speak(...sentences: readonly string[]) {
		this.#say.push(...sentences.filter((one) => one !== ''));
	}

	#on(event: DialogueEvent) {
		switch (event.type) {
			case 'begin':
				return this.#begin();
			case 'moved':
				return this.#moved(event.path);
			case 'stop':
				this.#set({ phase: 'paused', misses: 0 });
				return void this.#effects.push({ do: 'silence' });
			case 'heard':
				return tidy(event.text) === '' ? this.#miss('noise') : this.#heard(event.text);
			default:
				return this.#miss(event.type);
		}
	}

	#begin() {
		const { time, met } = this.#state;
		this.#set({ phase: 'asking', misses: 0, pending: [], offers: [], folded: [], idle: 0 });
		const isNew = !met.includes('intro');
		const done = this.#topics.filter(({ answered }) => answered).length;
		if (isNew) {
			this.#speak(...this.#agenda.intro(this.#dossier));
			this.#meet(['intro']);
		}
		if (done > 0 && (isNew || this.#now - time > longAgo))
			this.#speak(this.#words.resumed(done, this.#topics.length));
		if (!isNew && this.#topic) this.#ask();
		else this.#next();
	}

	/** By touch or keys to another question: that is asked now, without a word until somebody speaks. */
	#moved(path: string) {
		if (path === this.#state.at && this.#state.phase === 'asking') return;
		const known = this.#topics.some((topic) => topic.path === path);
		this.#set({
			phase: known ? 'asking' : 'reviewing',
			at: known ? path : '',
			pending: [],
			offers: [],
			folded: [],
			misses: 0,
			page: 0,
		});
	}

	#heard(text: string) {
		switch (this.#state.phase) {
			case 'paused':
			case 'left':
				return this.#wake(text);
			case 'submitted':
				return this.#other(this.#order(text));
			case 'offering':
				return this.#offered(text);
			case 'choosing':
				return this.#choose(text);
			case 'confirming':
				return this.#confirm(text);
			case 'submitting':
				return this.#submitting(text);
			case 'reviewing':
				return this.#reviewed(text);
			case 'asking':
				return this.#topic ? this.#answered(this.#topic, text) : this.#next();
		}
	}

	/** Somebody speaks again: a person's act, so that counting begins anew. */
	#wake(text: string) {
		this.#set({ phase: this.#state.at === '' ? 'reviewing' : 'asking', misses: 0 });
		this.#progress = true;
		const order = this.#order(text);
		const isOnlyBack = order && ['resume', 'read', 'repeat'].includes(order.command);
		const yes = hearYesNo(text);
		if (isOnlyBack || (yes.ok && yes.value && !this.#topic?.kind.startsWith('yes')))
			return this.#goOn();
		this.#heard(text);
	}

	#goOn() {
		this.#speak(this.#words.goOn);
		if (this.#topic) this.#ask();
		else this.#review();
	}

	#order(text: string) {
		const screen = this.#state.at === '' ? 'review' : 'form';
		const found = this.#interpret(text, screen);
		return found.command !== null && found.command !== 'answer' && found.confidence >= certain
			? found
			: undefined;
	}

	#answered(topic: Topic, text: string) {
		const correction = hearCorrection(text);
		if (correction && this.#corrects(topic, correction, text)) return;
		const order = this.#order(text);
		const understood = this.#agenda.hear(this.#dossier, topic, text);
		if (order && this.#goesFirst(order.command, topic, understood)) return this.#obey(order);
		if (isMore(text) && topic.choices.length > 0 && !understood.ok) return this.#moreChoices(topic);
		if (topic.answered && isKeep(text)) {
			this.#progress = !this.#state.passed.includes(`kept:${topic.path}`);
			this.#set({ passed: [...this.#state.passed, `kept:${topic.path}`] });
			return this.#next();
		}
		this.#take(topic, understood);
	}

	/** An order, unless it is an answer: "khỏi" to a question with yes and no. */
	#goesFirst(command: string, topic: Topic, understood: Understood): boolean {
		if (!understood.ok) return true;
		const always = ['help', 'repeat', 'skip', 'previous-question', 'human', 'keyboard', 'edit'];
		if (['choice', 'yesNo', 'more', 'date', 'digits'].includes(topic.kind))
			return always.includes(command) && command !== 'edit';
		return true;
	}

	#obey(order: Order) {
		const topic = this.#topic;
		switch (order.command) {
			case 'help':
				return this.#help();
			case 'repeat':
				return this.#speak(...this.#state.said);
			case 'pause':
				this.#set({ phase: 'paused' });
				return this.#speak(this.#words.paused);
			case 'stop':
			case 'cancel':
				this.#set({ phase: 'paused' });
				this.#effects.push({ do: 'silence' });
				return;
			case 'resume':
				return topic ? this.#ask() : this.#review();
			case 'skip':
				return topic ? this.#skip(topic) : this.#review();
			case 'previous-question':
				return this.#previous();
			case 'edit':
				return this.#edit(String(order.slots.field ?? ''));
			case 'human':
				this.#set({ phase: 'left' });
				return void this.#effects.push({ do: 'human' });
			case 'keyboard':
				this.#set({ phase: 'paused' });
				this.#speak(this.#words.keyboard);
				return void this.#effects.push({ do: 'keyboard' });
			case 'read-all':
				return this.#review();
			case 'submit':
				return this.#askToSubmit();
			default:
				return this.#other(order);
		}
	}

	/** Not the dialogue's: slower, the way home. */
	#other(order: Interpreted | undefined) {
		if (!order || order.command === null) return;
		this.#effects.push({ do: 'command', command: order.command, slots: order.slots });
	}

	#take(topic: Topic, understood: Understood) {
		if (understood.ok) return this.#keepOrConfirm(understood.changes, understood.sure);
		switch (understood.reason) {
			case 'ambiguous':
				this.#set({ phase: 'choosing', offers: understood.offers, page: 0 });
				this.#count();
				if (this.#state.misses >= mostMisses) return this.#handOver();
				return this.#speak(
					this.#words.whichOne,
					...offerChoices(understood.offers, 0, this.#words),
				);
			case 'invalid':
				return this.#miss(understood.message);
			case 'none':
			case 'skip':
				return this.#skip(topic);
			case 'dont-know':
				return topic.required ? this.#miss('dont-know') : this.#skip(topic);
			case 'not-understood':
				return this.#miss('not-understood');
		}
	}

	#keepOrConfirm(changes: readonly Change[], sure: boolean) {
		const isHigh = changes.some(({ path }) => this.#at(path)?.risk === 'high');
		if (!isHigh && sure)
			return this.#keep(
				changes,
				changes.map(({ path }) => path),
			);
		this.#set({ phase: 'confirming', pending: changes });
		this.#speak(confirmation(changes, this.#topics, this.#agenda, this.#words, 'masked'));
		if (this.#state.met.includes('confirm')) return;
		this.#meet(['confirm']);
		this.#speak(this.#words.confirmHow);
	}

	#at(path: string): Topic | undefined {
		return this.#topics.find((topic) => topic.path === path);
	}

	/** @param folded said back with the next question */
	#keep(changes: readonly Change[], folded: readonly string[]) {
		const named = folded.flatMap((path) => {
			const topic = this.#at(path);
			const value = changes.find((change) => change.path === path)?.value;
			if (!topic || topic.kind === 'more' || value === null || value === undefined) return [];
			return [
				topic.private
					? this.#words.keptSilently(topic.name)
					: this.#words.kept(topic.name, this.#agenda.sayValue(topic, value, 'plain')),
			];
		});
		const isAll = changes.filter(
			({ path, value }) => value === false && this.#at(path)?.kind === 'more',
		);
		const changed = changes.some(
			({ path, value }) => this.#agenda.valueAt(this.#dossier, path) !== (value ?? undefined),
		);
		this.#put(changes);
		// Refused before, it may be refused again: a circle, were it counted.
		const isFresh = changes.every(({ path }) => !this.#state.refused[path]);
		this.#progress ||= changed && isFresh;
		this.#set({
			folded: named.length > 0 ? folded : [],
			passed: [...this.#state.passed, ...isAll.map(({ path }) => path)],
		});
		this.#speak(...named);
		this.#next();
	}

	#put(changes: readonly Change[]) {
		this.#dossier = this.#agenda.put(this.#dossier, changes);
		this.#topics = this.#agenda.topics(this.#dossier);
	}

	#next() {
		const { passed, recalled } = this.#state;
		const open = this.#topics.filter(({ answered }) => !answered);
		const wrong = this.#agenda.problems(this.#dossier);
		const isMissing = (path: string) => wrong.some((problem) => problem.path === path);
		const next =
			open.find(({ path }) => !passed.includes(path)) ??
			this.#topics.find(({ path }) => isMissing(path) && !recalled.includes(path));
		if (!next) return this.#review();
		const isAgain = passed.includes(next.path) || next.answered;
		if (isAgain) {
			this.#set({ recalled: [...recalled, next.path] });
			const message = wrong.find(({ path }) => path === next.path)?.message;
			this.#speak(next.answered && message ? message : this.#words.recall);
		}
		this.#goTo(next.path);
	}

	#goTo(path: string) {
		this.#set({ phase: 'asking', at: path, pending: [], offers: [], misses: 0, page: 0 });
		this.#ask();
	}

	#ask() {
		const topic = this.#topic;
		if (!topic) return this.#review();
		this.#set({ phase: 'asking' });
		const prompt = ask(topic, this.#state, this.#dossier, this.#agenda, this.#words);
		this.#meet(prompt.met);
		this.#speak(...prompt.say);
	}

	#meet(keys: readonly string[]) {
		this.#set({ met: [...new Set([...this.#state.met, ...keys])] });
	}

	#skip(topic: Topic) {
		const isFirst = !this.#state.passed.includes(topic.path);
		if (topic.answered && topic.kind !== 'more') {
			// Come back to it and nothing to change.
			return this.#next();
		}
		if (topic.required && !isFirst) return this.#miss('dont-know');
		this.#progress ||= isFirst;
		this.#set({ passed: [...this.#state.passed, topic.path], folded: [] });
		this.#speak(topic.required ? this.#words.later : this.#words.skipped);
		this.#next();
	}

	#previous() {
		const at = this.#topics.findIndex(({ path }) => path === this.#state.at);
		const before = this.#topics
			.slice(0, at === -1 ? undefined : at)
			.findLast(({ kind }) => kind !== 'more');
		if (!before) {
			this.#speak(this.#words.atFirst);
			return this.#ask();
		}
		this.#set({ folded: [] });
		this.#goTo(before.path);
	}

	#edit(field: string) {
		const { name, value } = splitEdit(field);
		const found = topicsNamed(name, this.#topics);
		const [only, other] = found;
		this.#set({ folded: [] });
		if (!only) {
			this.#count();
			if (this.#state.misses >= mostMisses) return this.#handOver();
			return this.#speak(this.#words.noSuchField);
		}
		if (other) {
			const offers = found.map((topic): Offer => ({
				label: topic.name,
				changes: [],
				to: topic.path,
			}));
			this.#set({ phase: 'choosing', offers, page: 0 });
			return this.#speak(this.#words.whichField, ...offerChoices(offers, 0, this.#words));
		}
		const at = { phase: 'asking', at: only.path, pending: [], offers: [], page: 0 } as const;
		const understood = value ? this.#agenda.hear(this.#dossier, only, value) : undefined;
		if (understood?.ok) {
			this.#set(at);
			return this.#keepOrConfirm(understood.changes, understood.sure);
		}
		this.#goTo(only.path);
	}

	/** @returns whether it was one of what was said back last, or of the answer that is asked for */
	#corrects(topic: Topic, correction: Correction, text: string): boolean {
		const folded = this.#state.folded.flatMap((path) => this.#at(path) ?? []);
		const [first] = folded;
		if (correction.is === 'wrong') {
			const isAnswer = topic.kind === 'yesNo' || topic.kind === 'more';
			if (isAnswer && !/sai|nhầm|lộn|trật/u.test(text.toLowerCase())) return false;
			if (!first) return false;
			this.#set({ folded: [] });
			// What was heard is not what was said: the place is empty again.
			this.#put([{ path: first.path, value: null }]);
			this.#refuse(first.path);
			if ((this.#state.refused[first.path] ?? 0) > mostRefused) this.#handOver();
			else this.#goTo(first.path);
			return true;
		}
		for (const one of folded) {
			const changed = this.#corrected(
				one,
				this.#agenda.valueAt(this.#dossier, one.path),
				correction,
			);
			if (!changed) continue;
			this.#set({ at: one.path });
			this.#keepOrConfirm(changed, true);
			return true;
		}
		if (correction.is === 'swap') return false;
		this.#take(topic, this.#agenda.hear(this.#dossier, topic, correction.right));
		return true;
	}

	#corrected(
		topic: Topic,
		value: Value | undefined,
		correction: Exclude<Correction, { is: 'wrong' }>,
	): readonly Change[] | undefined {
		if (correction.is === 'swap' && value !== undefined) {
			const repaired = this.#agenda.repair(topic, value, correction.wrong, correction.right);
			if (repaired !== undefined) return [{ path: topic.path, value: repaired }];
		}
		const heard = this.#agenda.hear(this.#dossier, topic, correction.right);
		return heard.ok ? heard.changes : undefined;
	}

	#confirm(text: string) {
		const { pending } = this.#state;
		const topic = this.#at(pending[0]?.path ?? '');
		if (!topic) return this.#next();
		const yes = hearYesNo(text);
		if (yes.ok && yes.value) return this.#keep(pending, []);
		const correction = hearCorrection(text);
		if (correction && correction.is !== 'wrong') {
			for (const { path, value } of pending) {
				const one = this.#at(path);
				const changed = one && this.#corrected(one, value ?? undefined, correction);
				if (!changed) continue;
				const rest = pending.filter((change) => change.path !== path);
				return this.#again([...changed, ...rest].toSorted(inOrderOf(pending)));
			}
		}
		if (correction?.is === 'wrong' || (yes.ok && !yes.value)) return this.#refused(topic);
		if (isWhole(text)) return this.#sayWhole();
		const order = this.#order(text);
		if (order?.command === 'read-all') return this.#sayWhole();
		if (order) return this.#obey(order);
		const heard = this.#agenda.hear(this.#dossier, topic, afterRefusal(text));
		if (heard.ok) return this.#again(heard.changes);
		this.#miss('not-understood');
	}

	#again(changes: readonly Change[]) {
		this.#count();
		if (this.#state.misses >= mostMisses) return this.#handOver();
		this.#keepOrConfirm(changes, false);
	}

	#sayWhole() {
		const { pending } = this.#state;
		this.#speak(confirmation(pending, this.#topics, this.#agenda, this.#words, 'careful'));
	}

	/** Not right: several are asked one by one, one is asked again; digits are said in groups to find the wrong one. */
	#refused(topic: Topic) {
		this.#refuse(topic.path);
		if (topic.kind === 'digits' && !this.#state.met.includes(`whole:${topic.path}`)) {
			this.#count();
			this.#meet([`whole:${topic.path}`]);
			if (this.#state.misses >= mostMisses) return this.#handOver();
			this.#speak(this.#words.otherWay.digits);
			return;
		}
		this.#set({ phase: 'asking', pending: [], at: topic.path });
		this.#miss('refused');
	}

	#refuse(path: string) {
		const { refused } = this.#state;
		this.#set({ refused: { ...refused, [path]: (refused[path] ?? 0) + 1 } });
	}

	#choose(text: string) {
		const { offers, page } = this.#state;
		if (isMore(text)) {
			this.#set({ page: page + 1 });
			return this.#speak(...offerChoices(offers, page + 1, this.#words));
		}
		const labels = offers.map(({ label }) => label);
		const heard = hearChoice(text, labels);
		const chosen = heard.ok ? offers[labels.indexOf(heard.value)] : undefined;
		if (chosen?.to !== undefined) return this.#goTo(chosen.to);
		const topic = this.#topic;
		if (chosen && topic) {
			this.#set({ offers: [], phase: 'asking' });
			// Chosen among several is as good as confirmed.
			return this.#keep(
				chosen.changes,
				chosen.changes.map(({ path }) => path),
			);
		}
		const order = this.#order(text);
		if (order) return this.#obey(order);
		const no = hearYesNo(text);
		if (topic && no.ok && !no.value) {
			this.#set({ phase: 'asking', offers: [] });
			return this.#miss('refused');
		}
		const again = topic && this.#agenda.hear(this.#dossier, topic, text);
		if (again?.ok) return this.#keepOrConfirm(again.changes, again.sure);
		this.#miss('not-understood');
	}

	#moreChoices(topic: Topic) {
		this.#set({ page: this.#state.page + 1 });
		this.#speak(...choicesAt(topic.choices, this.#state.page, this.#words));
	}

	#help() {
		const { help, moreHelp } = this.#words;
		const pages = Math.ceil(help.length / atOnce);
		const at = (this.#state.page % pages) * atOnce;
		this.#set({ page: this.#state.page + 1 });
		const topic = this.#topic;
		this.#speak(...(topic?.hint && at === 0 ? [topic.hint] : []));
		this.#speak(...help.slice(at, at + atOnce), ...(pages > 1 ? [moreHelp] : []));
	}

	#review() {
		const sections = this.#agenda.review(this.#dossier);
		const problems = this.#agenda.problems(this.#dossier).map(({ message }) => message);
		this.#set({ phase: 'reviewing', at: '', pending: [], offers: [], misses: 0, page: 0 });
		this.#speak(this.#words.reviewOpen(this.#topics.filter(({ answered }) => answered).length));
		for (const { title, lines } of sections) this.#speak(`${title}.`, ...lines);
		if (problems.length > 0) this.#speak(this.#words.problems(problems));
		this.#speak(this.#words.reviewHow);
	}

	#reviewed(text: string) {
		const order = this.#order(text);
		if (order) return this.#obey(order);
		const correction = hearCorrection(text);
		if (correction) {
			this.#count();
			return this.#state.misses >= mostMisses
				? this.#handOver()
				: this.#speak(this.#words.whichField);
		}
		const yes = hearYesNo(text);
		if (yes.ok && yes.value) return this.#askToSubmit();
		// "ngày sinh": the name of a field is enough.
		if (topicsNamed(text, this.#topics).length > 0) return this.#edit(text);
		this.#miss('not-understood');
	}

	#askToSubmit() {
		const problems = this.#agenda.problems(this.#dossier);
		const [first] = problems;
		if (first) {
			this.#speak(this.#words.problems(problems.map(({ message }) => message)));
			return this.#at(first.path) ? this.#goTo(first.path) : this.#handOver();
		}
		this.#set({ phase: 'submitting', at: '', pending: [], offers: [] });
		this.#speak(...this.#agenda.declaration(this.#dossier), this.#words.submitAsk);
	}

	#submitting(text: string) {
		const order = this.#order(text);
		const yes = hearYesNo(text);
		// Said twice, it is meant.
		if ((yes.ok && yes.value && !yes.confirm) || order?.command === 'submit') {
			this.#progress = true;
			this.#set({ phase: 'submitted' });
			this.#speak(this.#words.submitted);
			return void this.#effects.push({ do: 'submit' });
		}
		if (yes.ok && !yes.value) {
			this.#set({ phase: 'reviewing' });
			return this.#speak(this.#words.notSubmitted, this.#words.reviewHow);
		}
		if (order) return this.#obey(order);
		this.#miss('not-understood');
	}

	#offered(text: string) {
		const order = this.#order(text);
		if (order?.command === 'human' || order?.command === 'keyboard') {
			this.#obey(order);
			return this.#set({ phase: 'left' });
		}
		if (order?.command === 'resume') {
			this.#set({ phase: 'asking', misses: 0 });
			return this.#ask();
		}
		if (order && ['submit', 'edit', 'read-all', 'previous-question'].includes(order.command)) {
			this.#set({ phase: this.#state.at === '' ? 'reviewing' : 'asking', misses: 0 });
			return this.#obey(order);
		}
		const topic = this.#topic;
		const understood = topic && this.#agenda.hear(this.#dossier, topic, text);
		if (topic && understood?.ok && !order) {
			this.#set({ misses: 0 });
			return this.#keepOrConfirm(understood.changes, understood.sure);
		}
		this.#leave();
	}

	#count() {
		this.#set({ misses: this.#state.misses + 1 });
	}

	/** Retry; then example and form; then another way; then the draft is kept and a person offered. */
	#miss(why: Trouble | (string & {})) {
		const { phase } = this.#state;
		if (phase === 'paused' || phase === 'left' || phase === 'submitted') return;
		if (phase === 'offering') return this.#leave();
		this.#count();
		const isTrouble = why in this.#words.why;
		// Without a network the same would come again: the other way at once.
		if (why === 'offline' && this.#state.misses < 3) this.#set({ misses: 3 });
		const { misses } = this.#state;
		if (misses >= mostMisses) return this.#handOver();
		this.#speak(isTrouble ? this.#words.why[why as Trouble] : why);
		if (phase === 'choosing' && this.#state.phase === 'choosing')
			return this.#speak(...offerChoices(this.#state.offers, this.#state.page, this.#words));
		if (this.#state.phase === 'confirming') return this.#sayWhole();
		if (this.#state.phase === 'submitting') return this.#speak(this.#words.submitAsk);
		const topic = this.#topic;
		if (!topic) return this.#speak(this.#words.reviewHow);
		if (misses === 1) return this.#speak(topic.question);
		if (misses === 2)
			return this.#speak(
				topic.question,
				topic.hint ?? '',
				topic.example ? this.#words.example(topic.example) : '',
				...(topic.kind === 'choice' ? choicesAt(topic.choices, 0, this.#words) : []),
			);
		const { otherWay } = this.#words;
		if (topic.choices.length > 0)
			return this.#speak(
				topic.question,
				...choicesAt(topic.choices, this.#state.page, this.#words),
			);
		const isClosed = topic.kind === 'yesNo' || topic.kind === 'more';
		this.#speak(
			topic.kind === 'digits' ? otherWay.digits : isClosed ? otherWay.closed : otherWay.free,
		);
		if (!isClosed) this.#effects.push({ do: 'keyboard' });
	}

	#handOver() {
		if (this.#state.met.includes('offered')) return this.#leave();
		this.#meet(['offered']);
		this.#set({ phase: 'offering', pending: [], offers: [], folded: [] });
		this.#say = [...this.#words.handOver];
	}

	#leave() {
		this.#set({ phase: 'left', pending: [], offers: [], folded: [] });
		this.#say = [this.#words.left];
	}
}

const isMore = (text: string) =>
	/^(?:(?:nghe|đọc|xem|nói|cho) thêm|còn (?:gì|lựa chọn|cái) ?(?:nào)? ?(?:khác|nữa)|(?:lựa chọn|cái) khác|tiếp)/iu.test(
		tidy(text),
	);
const isKeep = (text: string) =>
	/^(?:dạ |vâng )?(?:giữ nguyên|để nguyên|như cũ|giữ lại|không sửa|đúng rồi|vẫn vậy|y vậy)/iu.test(
		tidy(text),
	);
const isWhole = (text: string) =>
	/^(?:đọc|nghe|nói) (?:đủ|cả|rõ|hết|từng|lại cả)|^đánh vần/iu.test(tidy(text));
const inOrderOf = (pending: readonly Change[]) => (a: Change, b: Change) =>
	pending.findIndex(({ path }) => path === a.path) -
	pending.findIndex(({ path }) => path === b.path);
