/** Every form of the project as a conversation, with a dossier that a person would give. */
import { birthAnswers, disabilityAnswers, residenceAnswers } from '#content/forms/examples.ts';
import { forms } from '#content/forms/index.ts';
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
import { createDialogue, createInterpreter, formAgenda, type Value } from '#lib/voice/index.ts';
import type { Truth } from './spoken-person.ts';

export const today = '2026-11-25';
export const unitPath = 'noi-nhan';
const units = decodeUnits(packedUnits);
const index = unitIndex(unitLists(units, packedOldUnits));
const interpretWith = createInterpreter(table);
const interpret = (text: string, screen: 'form' | 'review') =>
	interpretWith(text, screen, { searchScore: () => 0 });

const form = (id: string) => forms.find((one) => one.id === id) as FormDefinition;
const place = { unit: '03325', unitSaid: 'xã Mường Phăng tỉnh Điện Biên' };
const generalAnswers = {
	fullName: 'Nguyễn Thị Hoa',
	birthDate: '1990-04-12',
	idNumber: '001190001234',
	phone: '0912345678',
	email: 'hoa@gmail.com',
	address: 'Thôn 3, Xã Mường Phăng, Tỉnh Điện Biên',
	request: 'Tôi xin cấp lại giấy chứng nhận bị mất',
};

export const talks: readonly {
	readonly name: string;
	readonly form: FormDefinition;
	readonly truth: Truth;
}[] = [
	{
		name: 'birth-registration',
		form: form('birth-registration'),
		truth: { answers: birthAnswers, ...place },
	},
	{
		name: 'temporary-residence, 2 people',
		form: form('temporary-residence'),
		truth: {
			answers: residenceAnswers(2),
			unit: '00004',
			unitSaid: 'phường Ba Đình thành phố Hà Nội',
		},
	},
	{
		name: 'disability-assessment',
		form: form('disability-assessment'),
		truth: { answers: disabilityAnswers, ...place },
	},
	{ name: 'general', form: form('general'), truth: { answers: generalAnswers, ...place } },
];

export function openTalk(of: FormDefinition) {
	const agenda = formAgenda({
		form: of,
		title: of.title,
		words: formTalkWords,
		unitPath,
		papers: () => [],
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
