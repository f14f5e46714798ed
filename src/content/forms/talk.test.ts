import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginning, type DialogueEvent, type FormDossier } from '#lib/voice/index.ts';
import { answersToSend } from '#lib/forms/index.ts';
import { holdTalk } from '../../../tests/support/hold-talk.ts';
import { mishearing } from '../../../tests/support/listening-noise.ts';
import { openTalk, talks } from '../../../tests/support/form-talk.ts';
import { sameAnswer } from '../../../tests/support/spoken-person.ts';

const wrongIn = (found: unknown, right: unknown): boolean =>
	Array.isArray(right)
		? !Array.isArray(found) ||
			found.length !== right.length ||
			right.some((one: Record<string, unknown>, at) =>
				Object.entries(one).some(([id, value]) => wrongIn(found[at][id], value)),
			)
		: !sameAnswer(found, right);

const wrongAnswers = (
	{ form, truth }: (typeof talks)[number],
	{ answers, unit }: FormDossier,
): string[] => {
	const sent = answersToSend(form, answers);
	const wrong = Object.entries(truth.answers).filter(([id, value]) => wrongIn(sent[id], value));
	const more = Object.keys(sent).filter((id) => !(id in truth.answers));
	return [...wrong.map(([id]) => id), ...more, ...(unit === truth.unit ? [] : ['unit'])];
};

/** Of a form's cases the first is tried the most. */
const isFirst = (talk: (typeof talks)[number]) =>
	talks.find(({ form }) => form === talk.form) === talk;

describe.each(talks)('$name by voice alone', (talk) => {
	it('is filled in, reviewed and handed in', () => {
		const { last } = holdTalk(talk);
		expect(last.state.phase).toBe('submitted');
		expect(last.effects).toEqual([{ do: 'submit' }]);
		expect(wrongAnswers(talk, last.dossier)).toEqual([]);
	});

	it('takes at most 1.2 turns for a low-risk and 2.2 for a high-risk field', () => {
		const { turns } = holdTalk(talk);
		for (const [risk, most] of [
			['low', 1.2],
			['high', 2.2],
		] as const) {
			const own = turns.filter((turn) => turn.risk === risk);
			expect(own.length / new Set(own.map(({ path }) => path)).size).toBeLessThanOrEqual(most);
		}
	});

	it('misheard one time in six ends with the right dossier or an honest hand-over, and never goes round', () => {
		const seeds = isFirst(talk) ? 6 : 2;
		for (let seed = 1; seed <= seeds; seed++) {
			const { last, turns } = holdTalk(talk, mishearing(seed, 1 / 6), 3);
			expect(['submitted', 'left', 'paused']).toContain(last.state.phase);
			expect(turns.length).toBeLessThan(400);
			if (last.state.phase === 'submitted')
				expect([seed, ...wrongAnswers(talk, last.dossier)]).toEqual([seed]);
		}
	});
});

const utterance = fc.oneof(
	fc.constantFrom(
		...'có|không|đúng rồi|sai rồi|nhắc lại|trợ giúp|câu trước|bỏ qua|sửa ngày sinh|đọc hết|nộp hồ sơ|tạm dừng|tiếp tục|nghe thêm|giữ nguyên|gặp cán bộ|số một|không phải nam mà là nữ|ý tôi là hoa|lê minh an|mười hai tháng tư năm hai nghìn|năm 1995|không chín một hai ba bốn năm sáu bảy tám|không một một một chín năm không không một hai ba bốn|xã mường phăng tỉnh điện biên|không biết|dừng|khỏi'.split(
			'|',
		),
	),
	fc.string({ maxLength: 30 }),
);
const event: fc.Arbitrary<DialogueEvent> = fc.oneof(
	{ weight: 8, arbitrary: utterance.map((text) => ({ type: 'heard', text }) as const) },
	fc.constantFrom<DialogueEvent>(
		{ type: 'silence' },
		{ type: 'noise' },
		{ type: 'offline' },
		{ type: 'begin' },
		{ type: 'stop' },
		{ type: 'moved', path: 'childSex' },
		{ type: 'moved', path: 'nowhere' },
	),
);

describe('whatever is said', () => {
	it.each(talks.filter(isFirst))(
		'$name goes on, and its state and dossier are plain data',
		({ form }) => {
			const { dialogue } = openTalk(form);
			fc.assert(
				fc.property(fc.array(event, { maxLength: 40 }), (events) => {
					let state = beginning;
					let dossier: FormDossier = { answers: {}, unit: '' };
					for (const [at, one] of events.entries()) {
						const reply = dialogue.turn(state, dossier, one, at * 1000);
						const again = dialogue.turn(
							JSON.parse(JSON.stringify(state)),
							JSON.parse(JSON.stringify(dossier)),
							one,
							at * 1000,
						);
						expect(again).toEqual(reply);
						expect(JSON.parse(JSON.stringify(reply.state))).toEqual(reply.state);
						({ state, dossier } = reply);
					}
				}),
				{ numRuns: 60 },
			);
		},
	);

	it('never asks more than nine times in a row while the microphone stays open and nothing is gained', () => {
		const birth = talks.find(({ form }) => form.id === 'birth-registration');
		const { dialogue } = openTalk((birth as (typeof talks)[number]).form);
		const useless = fc.oneof(
			fc.constantFrom<DialogueEvent>({ type: 'silence' }, { type: 'noise' }, { type: 'offline' }),
			fc
				.constantFrom(
					...'nhắc lại|trợ giúp|câu trước|đọc hết|nộp hồ sơ|sửa ngày sinh|sai rồi|không biết|nghe thêm|abc xyz|12|sửa cái gì đó|không'.split(
						'|',
					),
				)
				.map((text) => ({ type: 'heard', text }) as const),
		);
		fc.assert(
			fc.property(fc.array(useless, { minLength: 60, maxLength: 60 }), (events) => {
				let reply = dialogue.turn(beginning, { answers: {}, unit: '' }, { type: 'begin' }, 0);
				let asked = 0;
				let known = '';
				for (const one of events) {
					if (reply.expect.mode === 'none') return;
					reply = dialogue.turn(reply.state, reply.dossier, one, 0);
					const now = JSON.stringify([
						Object.keys(reply.dossier.answers).length,
						new Set(reply.state.passed).size,
					]);
					asked = now === known ? asked + 1 : 0;
					known = now;
					expect(asked).toBeLessThanOrEqual(9);
				}
			}),
			{ numRuns: 200 },
		);
	});
});
