/** A form session as the subject of a conversation: what is said is kept where keys and touch keep it. */
import { formMessages } from '#content/messages/forms.vi.ts';
import { answerReasons, dialogueWords, formTalkWords } from '#content/messages/voice.vi.ts';
import { packedOldUnits } from '#content/units/old.ts';
import {
	findUnit,
	itemsOf,
	unitLists,
	unitName,
	withItem,
	type Answers,
} from '#lib/forms/index.ts';
import { offersFor } from '#lib/vault/index.ts';
import { unitIndex } from '#lib/vietnamese/index.ts';
import {
	beginning,
	createDialogue,
	formAgenda,
	type Agenda,
	type Dialogue,
	type DialogueEvent,
	type DialogueState,
	type Effect,
	type Expect,
	type FormDossier,
	type Interpreted,
} from '#lib/voice/index.ts';
import { stops } from '../form/session.svelte.ts';
import type { Subject } from '../listener.svelte.ts';
import { vault } from '../vault/vault.svelte.ts';
import { dayOf } from '../moment.ts';

export interface FormReply {
	readonly say: readonly string[];
	readonly effects: readonly Effect[];
	readonly expect: Expect;
	/** what was said is better not shown */
	readonly isPrivate: boolean;
	/** heard and not yet confirmed, as the field shows it */
	readonly pending: string | undefined;
}

export interface FormTalk {
	readonly subject: Subject;
	/** has anybody spoken about it on this visit or another day? */
	readonly begun: boolean;
	turn(event: DialogueEvent): Promise<FormReply>;
	/** what may be said now, wherever the person has gone meanwhile */
	expect(): Expect;
}

export function createFormTalk(
	subject: Subject,
	interpret: (text: string, screen: 'form' | 'review') => Interpreted,
): FormTalk {
	const { session } = subject;
	const { units } = session.open;
	const agenda: Agenda<FormDossier> = formAgenda({
		form: session.form,
		title: session.title,
		words: formTalkWords,
		unitPath: stops.unit,
		known: (step, steps, answers) =>
			offersFor(step, steps, answers, vault.subjects, session.context)[0]?.typed,
		papers: (answers) => session.open.papers(answers).map(({ name }) => name),
		context: {
			form: { messages: formMessages, isUnit: (code) => findUnit(units, code) !== undefined },
			units: unitIndex(unitLists(units, packedOldUnits)),
			unitName: (code) => unitName(units, code),
			today: dayOf(Date.now()),
			reasons: answerReasons,
		},
	});
	const dialogue: Dialogue<FormDossier> = createDialogue({
		agenda,
		interpret,
		words: dialogueWords,
	});
	let state = (session.talk as DialogueState | undefined) ?? beginning;
	let begun = session.talk !== undefined;
	let expected: Expect | undefined;

	const placeOf = ({ at, phase }: DialogueState) =>
		at !== '' ? at : ['reviewing', 'submitting', 'submitted'].includes(phase) ? stops.review : '';

	const dossierNow = (): FormDossier => ({ answers: session.answers, unit: session.unit });

	/** A list of people is talked about from its first open question on. */
	function topicAt(dossier: FormDossier, place: string): string {
		const paths = agenda.topics(dossier).map(({ path }) => path);
		return paths.includes(place)
			? place
			: (paths.find((path) => path.startsWith(`${place}.`)) ?? place);
	}

	/** A person asked about stands on the screen before the first answer. */
	function withPerson(answers: Answers, place: string): Answers {
		const [repeat = '', index] = place.split('.');
		return index !== undefined && itemsOf(answers, repeat).length <= Number(index)
			? withItem(answers, repeat)
			: answers;
	}

	/** The person may have gone on by touch or keys meanwhile. */
	function follow(dossier: FormDossier) {
		const place = topicAt(dossier, subject.place());
		if (place === stops.intro || place === stops.papers || place === placeOf(state)) return;
		const reply = dialogue.turn(state, dossier, { type: 'moved', path: place }, Date.now());
		({ state, expect: expected } = reply);
		// Who comes by touch needs no introduction.
		if (!begun) state = { ...state, met: [...state.met, 'intro'] };
	}

	return {
		subject,
		get begun() {
			return begun;
		},
		expect() {
			follow(dossierNow());
			return expected ?? { mode: 'free', phrases: [], silence: 0 };
		},
		async turn(event) {
			const before = dossierNow();
			if (event.type !== 'begin') follow(before);
			begun = true;
			const topicPath = state.at;
			const reply = dialogue.turn(state, before, event, Date.now());
			({ state, expect: expected } = reply);
			const place = placeOf(state);
			await session.converse(withPerson(reply.dossier.answers, place), reply.dossier.unit, state);
			if (place !== '' && place !== subject.place() && state.phase !== 'submitted')
				await subject.go(place);
			const topics = agenda.topics(reply.dossier);
			const topic = topics.find(({ path }) => path === topicPath);
			const [first] = state.pending;
			const pendingTopic = topics.find(({ path }) => path === first?.path);
			return {
				say: reply.say,
				effects: reply.effects,
				expect: reply.expect,
				isPrivate: topic?.private !== undefined,
				pending:
					pendingTopic && first && first.value !== null && first.path === subject.place()
						? typed(first.value)
						: undefined,
			};
		},
	};

	function typed(value: string | number | boolean) {
		return typeof value === 'boolean'
			? value
				? formMessages.yes
				: formMessages.no
			: String(value);
	}
}
