/** A whole conversation about one form: the person answers until it is handed in or left. */
import { beginning, type FormDossier, type Reply } from '#lib/voice/index.ts';
import { createPerson } from './spoken-person.ts';
import { labelOf, openTalk, unitPath, type talks } from './form-talk.ts';
import type { Misheard } from './listening-noise.ts';

export interface TalkTurn {
	/** path and risk of the question that was open */
	readonly path: string;
	readonly risk: 'low' | 'high' | 'other';
	readonly prompt: string;
	readonly said: string;
}

export interface HeldTalk {
	readonly last: Reply<FormDossier>;
	readonly turns: readonly TalkTurn[];
	/** how often somebody pressed the microphone again after it had been put aside */
	readonly returns: number;
}

const most = 1500;

export function holdTalk(
	{ form, truth }: (typeof talks)[number],
	hear: (said: string) => Misheard = (text) => ({ type: 'heard', text }),
	patience = 0,
): HeldTalk {
	const { agenda, dialogue } = openTalk(form);
	const person = createPerson({
		agenda,
		truth,
		unitPath,
		labelOf: (path, value) => labelOf(form, path, value),
	});
	let now = 1_800_000_000_000;
	let reply = dialogue.turn(beginning, { answers: {}, unit: '' }, { type: 'begin' }, now);
	const turns: TalkTurn[] = [];
	let returns = 0;
	while (reply.state.phase !== 'submitted' && turns.length < most) {
		if (reply.state.phase === 'left') {
			if (returns >= patience) break;
			returns++;
		}
		const topic = agenda
			.topics(reply.dossier)
			.find(({ path }) => path === (reply.state.pending[0]?.path ?? reply.state.at));
		const said = reply.state.phase === 'left' ? 'tiếp tục' : person.reply(reply);
		if (said === undefined) break;
		turns.push({
			path: topic?.path ?? '',
			risk: topic?.risk ?? 'other',
			prompt: reply.say.join(' '),
			said,
		});
		now += 4000;
		reply = dialogue.turn(reply.state, reply.dossier, hear(said), now);
	}
	return { last: reply, turns, returns };
}
