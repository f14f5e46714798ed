/**
 * One dossier being filled in: the answers, the place in the form, the files – saved on the device at each step, so that
 * a crash, an update or an empty battery takes nothing. The screens show it and call it; they decide nothing.
 */
import {
	answerAt,
	answersToSend,
	answerWarnings,
	deriveDocuments,
	describeAnswer,
	findUnit,
	isAnswered,
	itemsOf,
	parseAnswer,
	pasteItems,
	progress,
	questionFlow,
	reviewSections,
	unitName,
	validateAnswers,
	withAnswer,
	withItem,
	withoutItem,
	type Answer,
	type Answers,
	type PasteFault,
	type PlainQuestion,
	type Remark,
	type Repeat,
	type Step,
} from '#lib/forms/index.ts';
import { toWords } from '#lib/vietnamese/index.ts';
import { fail, ok, type Result } from '#lib/base/index.ts';
import type { FileWithBytes, PhotoTrouble } from '#lib/outbox/index.ts';
import { requestPersistence, type Outbox } from '#lib/outbox/index.browser.ts';
import { formMessages } from '#content/messages/forms.vi.ts';
import { dayOf } from '../moment.ts';
import { noteProvince } from '../offline/keep/wanted.browser.ts';
import { finalise } from './finalise.browser.ts';
import type { HandedIn } from '../vault/handed-in.svelte.ts';
import { takeFile, type FileRefusal } from './files.browser.ts';
import type { OpenForm } from './open-form.browser.ts';

/** Stops of the way besides the questions, as they stand in the address. */
export const stops = {
	intro: 'mo-dau',
	unit: 'noi-nhan',
	papers: 'giay-to',
	review: 'xem-lai',
} as const;
export type Place = string;

type SaveFailure = 'no-space' | 'no-storage' | 'changed-elsewhere';

interface Kept {
	readonly form: { readonly id: string; readonly version: number };
	readonly answers: Answers;
	readonly unit: string;
	/** ids of the files in the order of their pages; absent in drafts of older versions */
	readonly order?: readonly string[];
	/** where a conversation about it stands */
	readonly talk?: unknown;
}

/** Until there is a sign-in, one device is one person. */
const profile = 'local';
const mostFiles = 50;
/** May a whole list be pasted? Of persons, where there may be many. */
export const takesList = ({ max, counted }: Repeat) => max > 5 && counted === undefined;

/** What was left of a procedure on this device, and by which form. */
export async function draftOf(
	outbox: Outbox,
	code: string,
): Promise<{ readonly id: string; readonly form: Kept['form'] } | undefined> {
	const drafts = await outbox.listDrafts(profile);
	const mine = drafts.ok ? drafts.value.find(({ procedure }) => procedure === code) : undefined;
	const opened = mine && (await outbox.openDraft(mine.id));
	if (!opened?.ok || !opened.value) return undefined;
	return { id: opened.value.id, form: (JSON.parse(opened.value.json) as Kept).form };
}

export class FormSession {
	readonly open: OpenForm;
	answers = $state.raw<Answers>({});
	/** code of the commune or province that receives the dossier; empty: not chosen */
	unit = $state('');
	files = $state.raw<readonly FileWithBytes[]>([]);
	/** what is wrong with photographs taken in this visit, by the file's id */
	troubles = $state.raw<Readonly<Record<string, PhotoTrouble>>>({});
	saved = $state<'yes' | 'saving' | SaveFailure>('yes');
	/** found on the device, from another day */
	resumed = $state(false);
	submitting = $state(false);
	/** where a conversation about it stands: plain data, kept with the draft */
	talk: unknown;

	readonly #outbox: Outbox;
	#draft: string = crypto.randomUUID();
	#revision = 0;
	/** saves follow each other: each builds on the revision before it */
	#saving: Promise<boolean> = Promise.resolve(true);

	constructor(open: OpenForm, outbox: Outbox) {
		this.open = open;
		this.#outbox = outbox;
	}

	get form() {
		return this.open.form;
	}

	get title() {
		return this.open.procedure.name;
	}

	get steps(): readonly Step[] {
		return questionFlow(this.form, this.answers);
	}

	get papers() {
		return this.open.papers(this.answers);
	}

	/** Every place on the way, in order. */
	get places(): readonly Place[] {
		return [
			stops.intro,
			...this.steps.map(({ path }) => path),
			stops.unit,
			stops.papers,
			stops.review,
		];
	}

	get warnings(): readonly Remark[] {
		const today = dayOf(Date.now());
		return answerWarnings(this.form, this.answers, { messages: formMessages }, today);
	}

	/** What keeps the dossier from being handed in, by place. */
	get errors(): readonly Remark[] {
		const answers = answersToSend(this.form, this.answers);
		const wrong = validateAnswers(this.form, answers, this.#context);
		return this.unit ? wrong : [...wrong, { path: stops.unit, message: '' }];
	}

	get review() {
		return reviewSections(this.form, this.answers, this.#describe);
	}

	/** The papers the app fills in from the answers. */
	get documents() {
		return deriveDocuments(this.form, answersToSend(this.form, this.answers), {
			...this.#describe,
			procedure: this.title,
			unit: this.unitName,
			dateInWords: (iso) => toWords(`ngày ${iso.split('-').reverse().join('/')}`).words,
		});
	}

	get unitName() {
		return unitName(this.open.units, this.unit) ?? '';
	}

	/** The phone took the last change no more than in memory. */
	get isUnsaved() {
		return this.saved === 'no-space' || this.saved === 'no-storage';
	}

	/** There may be room now. */
	saveAgain() {
		return this.#save();
	}

	/** Takes up a draft that was left on this device. */
	async resume(draft: string): Promise<void> {
		await this.#take(draft);
	}

	/** Forgets all answers and files of this dossier: at once here, for the next screen may come before the device is done. */
	async restart() {
		this.answers = {};
		this.unit = '';
		this.files = [];
		this.resumed = false;
		this.talk = undefined;
		this.#saving = this.#saving.then(async () => {
			await this.#outbox.deleteDraft(this.#draft);
			this.#draft = crypto.randomUUID();
			this.#revision = 0;
			this.saved = 'yes';
			return true;
		});
		await this.#saving;
	}

	stepAt(place: Place): Step | undefined {
		return this.steps.find(({ path }) => path === place);
	}

	progressAt(place: Place) {
		return progress(this.form, this.answers, place);
	}

	after(place: Place): Place {
		const at = this.places.indexOf(place);
		return this.places[at + 1] ?? stops.review;
	}

	before(place: Place): Place {
		return this.places[this.places.indexOf(place) - 1] ?? stops.intro;
	}

	/** An answer as it stands in its field: a unit by its code, everything else in words. */
	typedAt(step: Step): string {
		if (step.question.kind === 'unit') return String(answerAt(this.answers, step.path) ?? '');
		return describeAnswer(step.question, answerAt(this.answers, step.path), this.#describe);
	}

	/**
	 * Takes what was typed, said or chosen.
	 * @returns undefined when it is kept; else what to do, in words
	 */
	async answer(
		{ path }: Step,
		question: PlainQuestion,
		typed: string,
	): Promise<string | undefined> {
		if (typed.trim() === '') {
			if (question.required) return formMessages.wrong.required;
			return this.#keep(path, undefined);
		}
		const parsed = parseAnswer(question, typed, this.#context);
		if (!parsed.ok) return parsed.message;
		return this.#keep(path, parsed.value);
	}

	/** What a conversation has brought, and where it stands. */
	async converse(answers: Answers, unit: string, talk: unknown): Promise<void> {
		const isSame = answers === this.answers && unit === this.unit;
		this.talk = talk;
		this.answers = answers;
		this.unit = unit;
		// Whoever has only listened so far leaves no draft behind.
		if (!isSame || Object.values(answers).some(isAnswered)) await this.#save();
	}

	addPerson(repeat: string) {
		return this.#keepAll(withItem(this.answers, repeat));
	}

	/** Persons of whom something is known; those of whom nothing was said yet make room for them. */
	addKnown(repeat: Repeat, persons: readonly Answers[]) {
		const said = itemsOf(this.answers, repeat.id).filter((item) => Object.keys(item).length > 0);
		const added = persons.slice(0, repeat.max - said.length);
		return this.#keepAll(withAnswer(this.answers, repeat.id, [...said, ...added]));
	}

	removePerson(repeat: string, index: number) {
		return this.#keepAll(withoutItem(this.answers, repeat, index));
	}

	/** The first question of the first person of a long list, of whom nothing is known: the list may come whole. */
	beginsList({ item, path, question }: Step): boolean {
		if (!item || item.index > 0 || !takesList(item.repeat)) return false;
		return item.repeat.questions[0] === question && !isAnswered(answerAt(this.answers, path));
	}

	/**
	 * Takes a pasted list; persons of whom nothing is known yet make room for it.
	 * @returns how many were added, and what could not be read
	 */
	async paste(
		repeat: Repeat,
		text: string,
	): Promise<{ readonly added: number; readonly faults: readonly PasteFault[] }> {
		const { items, faults } = pasteItems(repeat, text, this.#context);
		const before = itemsOf(this.answers, repeat.id).filter((item) => Object.keys(item).length > 0);
		if (items.length > 0) await this.addKnown(repeat, items);
		return { added: itemsOf(this.answers, repeat.id).length - before.length, faults };
	}

	async chooseUnit(code: string): Promise<boolean> {
		if (code && !findUnit(this.open.units, code)) return false;
		this.unit = code;
		return this.#save();
	}

	filesOf(paper: string) {
		return this.files.filter(({ id }) => paperOf(id) === paper);
	}

	/** Papers the authority asks for, of which there is no file yet. */
	get missingPapers() {
		return this.papers.filter(({ id, required }) => required && this.filesOf(id).length === 0);
	}

	/**
	 * Takes one more page, or another in the place of one.
	 * @param instead id of the file that it replaces
	 * @returns why the file was not taken; else what is wrong with the photograph, if anything is
	 */
	async addFile(
		paper: string,
		file: File,
		instead?: string,
	): Promise<Result<PhotoTrouble | undefined, FileRefusal | SaveFailure | 'many'>> {
		if (this.files.length >= mostFiles && !instead) return fail('many');
		const taken = await takeFile(`${paper}_${crypto.randomUUID().slice(0, 8)}`, file);
		if (!taken.ok) return taken;
		const { file: fresh, trouble } = taken.value;
		const before = this.files;
		this.files = before.some(({ id }) => id === instead)
			? before.map((one) => (one.id === instead ? fresh : one))
			: [...before, fresh];
		const removed = instead ? { removeFiles: [instead] } : {};
		if (await this.#save({ putFiles: [fresh], ...removed })) {
			if (trouble) this.troubles = { ...this.troubles, [fresh.id]: trouble };
			return ok(trouble);
		}
		this.files = before;
		return fail(this.saved === 'yes' || this.saved === 'saving' ? 'no-storage' : this.saved);
	}

	/** Puts a page one place further to the front of its paper. */
	async moveFileUp(id: string) {
		const own = this.filesOf(paperOf(id));
		const page = own.find((file) => file.id === id);
		const before = own[own.findIndex((file) => file.id === id) - 1];
		if (!before || !page) return;
		const others = this.files.filter((file) => file !== page);
		this.files = others.flatMap((file) => (file === before ? [page, file] : [file]));
		await this.#save();
	}

	async removeFile(id: string) {
		this.files = this.files.filter((file) => file.id !== id);
		await this.#save({ removeFiles: [id] });
	}

	/** What of this dossier a person may want to keep for another day. */
	get worthKeeping(): HandedIn {
		const { form, answers, context } = this;
		const papers = this.papers.map(({ id, name }) => ({ name, files: this.filesOf(id) }));
		return { form, answers, context, papers: papers.filter(({ files }) => files.length > 0) };
	}

	/** What it takes to read and to show an answer of this form. */
	get context() {
		return { ...this.#context, ...this.#describe };
	}

	/** Hands in what was reviewed; see `finalise`. */
	async submit(): Promise<Result<void, SaveFailure>> {
		this.submitting = true;
		try {
			await this.#saving;
			const { procedure } = this.open;
			const reviewed = {
				profile,
				procedure: procedure.code,
				title: this.title,
				unit: this.unit,
				unitName: this.unitName,
				form: { id: this.form.id, version: this.form.version },
				answers: answersToSend(this.form, this.answers),
				files: this.files,
				draftId: this.#draft,
				draftRevision: this.#revision,
			};
			const done = await withRoom(() => finalise(this.#outbox, reviewed, Date.now()));
			if (done.ok) noteProvince(this.unitName);
			if (!done.ok && done.reason === 'changed-elsewhere') await this.#take(this.#draft);
			return done;
		} finally {
			this.submitting = false;
		}
	}

	get #context() {
		return {
			messages: formMessages,
			isUnit: (code: string) => findUnit(this.open.units, code) !== undefined,
		};
	}

	get #describe() {
		return {
			messages: formMessages,
			unitName: (code: string) => unitName(this.open.units, code),
		};
	}

	#keep(path: string, value: Answer | undefined): Promise<undefined> {
		// Where the place decides which unit is competent, nobody is asked twice; at its own stop it may still be changed.
		if (path === this.form.receiver?.from) this.unit = String(value ?? '');
		return this.#keepAll(withAnswer(this.answers, path, value));
	}

	async #keepAll(answers: Answers): Promise<undefined> {
		this.answers = answers;
		await this.#save();
	}

	#save(change: { putFiles?: readonly FileWithBytes[]; removeFiles?: readonly string[] } = {}) {
		this.saved = 'saving';
		this.#saving = this.#saving.then(() => this.#saveNow(change));
		return this.#saving;
	}

	async #saveNow(change: object): Promise<boolean> {
		const { form, answers, unit, talk } = this;
		const order = this.files.map(({ id }) => id);
		const frozen = { id: form.id, version: form.version };
		const kept: Kept = { form: frozen, answers, unit, order, talk };
		const draft = {
			id: this.#draft,
			profile,
			procedure: this.open.procedure.code,
			title: this.title,
			json: JSON.stringify(kept),
			revision: this.#revision,
			...change,
		};
		const saved = await withRoom(() => this.#outbox.saveDraft(draft));
		if (saved.ok) {
			// From its first answer on, a dossier must not be cleared away; why was said at the beginning.
			if (this.#revision === 0) void requestPersistence();
			this.#revision = saved.value;
			this.saved = 'yes';
			return true;
		}
		if (saved.reason === 'changed-elsewhere') await this.#take(this.#draft);
		this.saved = saved.reason;
		return false;
	}

	async #take(id: string) {
		const opened = await this.#outbox.openDraft(id);
		if (!opened.ok || !opened.value) return;
		const { json, files, revision } = opened.value;
		const kept = JSON.parse(json) as Kept;
		this.#draft = id;
		this.#revision = revision;
		this.answers = kept.answers;
		this.unit = kept.unit;
		this.talk = kept.talk;
		this.files = inOrder(files, kept.order ?? []);
		this.resumed = Object.values(kept.answers).some(isAnswered) || files.length > 0;
	}
}

/** Tries once more when what can be fetched again has made room for what cannot. */
async function withRoom<T, Reason extends string>(
	write: () => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason>> {
	const written = await write();
	if (written.ok || written.reason !== 'no-space') return written;
	const { makeRoom } = await import('../offline/keep/make-room.browser.ts');
	return (await makeRoom()) ? write() : written;
}

/** Those the order does not name stay at the end. */
function inOrder(files: readonly FileWithBytes[], order: readonly string[]) {
	const rank = ({ id }: FileWithBytes) => (order.includes(id) ? order.indexOf(id) : order.length);
	return [...files].sort((a, b) => rank(a) - rank(b));
}

/** Files are named after the paper they show. */
const paperOf = (fileId: string) => fileId.slice(0, fileId.lastIndexOf('_'));
