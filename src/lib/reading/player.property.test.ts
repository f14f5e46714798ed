import type { SpeakFailure, SpeakResult } from '#lib/speech/index.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPlayer } from './player.ts';
import type { Player, PlayerOptions, PlayerState } from './player-types.ts';
import type { PlayableScript } from './player-items.ts';

/** Sections of so many sentences each. */
const scriptOf = (sizes: readonly number[]): PlayableScript => ({
	title: { id: 'title', text: 'title' },
	sections: sizes.map((size, section) => ({
		id: `s${section}`,
		heading: `s${section}.heading`,
		blocks: [
			{
				sentences: Array.from({ length: size }, (_, at) => {
					const id = `s${section}.${at}`;
					return { id, text: id };
				}),
			},
		],
	})),
});

/** The player's rules again, as plainly as they can be written. */
interface Model {
	ids: string[];
	sections: string[];
	status: PlayerState['status'];
	at: number;
	rate: number;
	/** place of the last word told */
	word: number;
	/** where the utterance began */
	from: number;
	inARow: number[];
}

/** A voice that speaks until it is told to finish, and checks that it is asked for one sentence at a time. */
class Voice {
	sounding = 0;
	said: { id: string; rate: number; from: number } | undefined;
	tell: ((place: number) => void) | undefined;
	#settle: ((result: SpeakResult) => void) | undefined;

	speak: PlayerOptions['speak'] = (id, { rate, signal, onWord, from = 0 }) =>
		new Promise<SpeakResult>((resolve) => {
			this.sounding += 1;
			if (this.sounding > 1) throw new Error(`two at once: ${id}`);
			this.said = { id, rate, from };
			this.tell = (place) => onWord(place, 1);
			this.#settle = (result) => {
				this.#settle = undefined;
				this.said = undefined;
				this.sounding -= 1;
				resolve(result);
			};
			const mine = this.#settle;
			// An engine may need a moment to fall silent.
			signal.addEventListener('abort', () =>
				setTimeout(() => mine === this.#settle && mine({ ok: false, reason: 'aborted' })),
			);
		});
	finish(result: SpeakResult) {
		this.#settle?.(result);
	}
}

interface Real {
	player: Player;
	voice: Voice;
}

const settled = async () => {
	for (let i = 0; i < 4; i++) await new Promise((resolve) => setTimeout(resolve));
};

const go = (model: Model, at: number, word = 0) => {
	model.inARow = [];
	model.word = at < model.ids.length ? word : 0;
	model.from = model.word;
	model.status = at < model.ids.length ? 'playing' : 'idle';
	model.at = at < model.ids.length ? at : 0;
};

class Step implements fc.AsyncCommand<Model, Real> {
	readonly name: string;
	readonly model: (model: Model) => unknown;
	readonly real: (real: Real) => unknown;
	constructor(name: string, model: (model: Model) => unknown, real: (real: Real) => unknown) {
		this.name = name;
		this.model = model;
		this.real = real;
	}
	check = () => true;
	async run(model: Model, real: Real) {
		this.model(model);
		this.real(real);
		await settled();
		const { player, voice } = real;
		expect(player.state).toMatchObject({
			status: model.status,
			sentenceId: model.ids[model.at],
			rate: model.rate,
		});
		const expected =
			model.status === 'playing'
				? { id: model.ids[model.at], rate: model.rate, from: model.from }
				: undefined;
		expect(voice.said).toEqual(expected);
		expect(voice.sounding).toBe(expected ? 1 : 0);
	}
	toString = () => this.name;
}

const finish = (reason?: SpeakFailure) =>
	new Step(
		reason ?? 'heard',
		(model) => {
			if (model.status !== 'playing') return;
			const last = model.at === model.ids.length - 1;
			if (reason === 'interrupted' || reason === 'needs-gesture') model.status = 'paused';
			else if (reason && reason !== 'nothing-to-say') {
				model.inARow.push(model.at);
				if (model.inARow.length === 3 || last || reason === 'no-voice') {
					model.status = 'failed';
					model.at = model.inARow[0]!;
				} else model.at += 1;
			} else {
				if (!reason) model.inARow = [];
				model.status = last ? 'idle' : 'playing';
				model.at = last ? 0 : model.at + 1;
			}
			if (model.status !== 'playing') model.inARow = [];
			if (model.status !== 'paused') model.word = model.from = 0;
		},
		({ voice }) => voice.finish(reason ? { ok: false, reason } : { ok: true }),
	);

/** Counted several times among the commands: only runs of them reach the cap on failures. */
const endings = fc
	.constantFrom(
		undefined,
		undefined,
		undefined,
		'error',
		'error',
		'stalled',
		'nothing-to-say',
		'interrupted',
		'needs-gesture',
		'no-voice',
	)
	.map((reason) => finish(reason as SpeakFailure | undefined));

const commands = [
	fc.constant(
		new Step(
			'play',
			(model) => model.status !== 'playing' && go(model, model.at, model.word),
			({ player }) => player.play(),
		),
	),
	fc.nat(9).map((at) => {
		let id = '';
		return new Step(
			`play ${at}`,
			(model) => {
				id = model.ids[at % model.ids.length]!;
				go(model, at % model.ids.length);
			},
			({ player }) => player.play(id),
		);
	}),
	fc.constant(
		new Step(
			'pause',
			(model) => {
				if (model.status === 'playing') model.status = 'paused';
				model.inARow = [];
			},
			({ player }) => player.pause(),
		),
	),
	fc.constant(
		new Step(
			'resume',
			(model) =>
				(model.status === 'paused' || model.status === 'failed') && go(model, model.at, model.word),
			({ player }) => player.resume(),
		),
	),
	fc.constant(
		new Step(
			'next',
			(model) => go(model, model.at + 1),
			({ player }) => player.next(),
		),
	),
	fc.constant(
		new Step(
			'previous',
			(model) => go(model, Math.max(0, model.at - 1)),
			({ player }) => player.previous(),
		),
	),
	fc.constant(
		new Step(
			'next section',
			(model) => {
				const ahead = model.sections.findIndex(
					(id, at) => at > model.at && id !== model.sections[model.at],
				);
				go(model, ahead === -1 ? model.ids.length : ahead);
			},
			({ player }) => player.nextSection(),
		),
	),
	fc.constant(
		new Step(
			'previous section',
			(model) => {
				const begins = model.sections.findLastIndex(
					(id, at) => at < model.at && at > 0 && id !== model.sections[at - 1],
				);
				go(model, Math.max(0, begins));
			},
			({ player }) => player.previousSection(),
		),
	),
	fc.constant(
		new Step(
			'repeat',
			(model) => go(model, model.at),
			({ player }) => player.repeat(),
		),
	),
	fc.constantFrom(1, 2).map((place) => {
		let playing = false;
		return new Step(
			`word ${place}`,
			(model) => {
				playing = model.status === 'playing';
				if (playing) model.word = place;
			},
			({ voice }) => playing && voice.tell?.(place),
		);
	}),
	fc.constant(
		new Step(
			'renew',
			(model) => {
				if (model.status === 'playing') model.from = model.word;
			},
			({ player }) => player.renew(),
		),
	),
	fc.constant(
		new Step(
			'pause and resume at once',
			(model) => model.status !== 'idle' && go(model, model.at, model.word),
			({ player }) => {
				player.pause();
				player.resume();
			},
		),
	),
	fc.constantFrom(0.5, 1, 1.5, 4).map(
		(rate) =>
			new Step(
				`rate ${rate}`,
				(model) => {
					if (model.status === 'playing' && model.rate !== rate) model.from = model.word;
					model.rate = rate;
				},
				({ player }) => player.setRate(rate),
			),
	),
	fc.constant(
		new Step(
			'stop',
			(model) => ((model.at = 0), (model.status = 'idle'), (model.word = 0), (model.inARow = [])),
			({ player }) => player.stop(),
		),
	),
	fc.constant(
		new Step(
			'next, next, previous, all at once',
			(model) => {
				go(model, model.at + 1);
				go(model, model.at + 1);
				go(model, Math.max(0, model.at - 1));
			},
			({ player }) => {
				player.next();
				player.next();
				player.previous();
			},
		),
	),
	...Array.from({ length: 6 }, () => endings),
];

it('says one sentence at a time and passes none over unless it failed or was told to', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.nat(3), { maxLength: 3 }),
			fc.commands(commands, { maxCommands: 40 }),
			async (sizes, steps) => {
				const script = scriptOf(sizes);
				const voice = new Voice();
				const player = createPlayer({
					speak: voice.speak,
					toWords: (text) => text,
					onChange: () => undefined,
				});
				player.load(script);
				const items = script.sections.flatMap(({ id, heading, blocks }) =>
					[heading, ...blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text))].map(
						(text) => ({ text, id }),
					),
				);
				const model: Model = {
					ids: ['title', ...items.map(({ text }) => text)],
					sections: ['', ...items.map(({ id }) => id)],
					status: 'idle',
					at: 0,
					rate: 1,
					word: 0,
					from: 0,
					inARow: [],
				};
				await fc.asyncModelRun(() => ({ model, real: { player, voice } }), steps);
			},
		),
		{ numRuns: 150 },
	);
});
