/** Every form of the project as a conversation, with the dossiers that persons would give. */
import { examples } from './form-examples.ts';
import table from '#content/commands.json' with { type: 'json' };
import { formMessages } from '#content/messages/forms.vi.ts';
import { answerReasons, dialogueWords, formTalkWords } from '#content/messages/voice.vi.ts';
import { packedUnits } from '#content/units/index.ts';
import { packedOldUnits } from '#content/units/old.ts';
import {
	decodeUnits,
	findUnit,
	unitLists,
	unitName,
	type FormDefinition,
} from '#lib/forms/index.ts';
import { unitIndex } from '#lib/vietnamese/index.ts';
import {
	createDialogue,
	createInterpreter,
	formAgenda,
	type FormAgendaOptions,
	type Value,
} from '#lib/voice/index.ts';
import type { Truth } from './spoken-person.ts';

export const today = '2026-11-25';
export const unitPath = 'noi-nhan';
const units = decodeUnits(packedUnits);
const index = unitIndex(unitLists(units, packedOldUnits));
const interpretWith = createInterpreter(table);
const interpret = (text: string, screen: 'form' | 'review') =>
	interpretWith(text, screen, { searchScore: () => 0 });

export const talks: readonly {
	readonly name: string;
	readonly form: FormDefinition;
	readonly truth: Truth;
}[] = examples.flatMap(({ form, cases }) =>
	cases.map(({ name, unit, said, answers }) => ({
		name: `${form.id}, ${name}`,
		form,
		truth: { answers, unit, unitSaid: said },
	})),
);

export function openTalk(of: FormDefinition, known?: FormAgendaOptions['known']) {
	const agenda = formAgenda({
		form: of,
		title: of.title,
		words: formTalkWords,
		unitPath,
		papers: () => [],
		...(known ? { known } : {}),
		context: {
			form: { messages: formMessages, isUnit: (code) => findUnit(units, code) !== undefined },
			units: index,
			unitName: (code) => unitName(units, code),
			today,
			reasons: answerReasons,
		},
	});
	return { agenda, dialogue: createDialogue({ agenda, interpret, words: dialogueWords }) };
}

export function labelOf(of: FormDefinition, path: string, value: Value): string | undefined {
	const [id, , inner] = path.split('.');
	const questions = of.sections.flatMap((section) => section.questions);
	const found = questions.find((one) => one.id === id);
	const question =
		found?.kind === 'repeat' ? found.questions.find((one) => one.id === inner) : found;
	return question?.kind === 'choice'
		? question.options.find((option) => option.value === value)?.label
		: undefined;
}
