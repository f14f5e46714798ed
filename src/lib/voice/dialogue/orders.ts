import type { Interpretation } from '../interpret.ts';
import { ask, goTo, previous, review, skip } from './asking.ts';
import { edit } from './editing.ts';
import type { Talk } from './exchange.ts';
import { handOver } from './misses.ts';
import { atOnce } from './prompts.ts';

export function obey(talk: Talk, order: Interpretation) {
	const topic = talk.topic;
	switch (order.command) {
		case 'help':
			return help(talk);
		case 'repeat':
			if (talk.state.said.length > 0) return talk.speak(...talk.state.said);
			return topic ? ask(talk) : review(talk);
		case 'pause':
			talk.set({ phase: 'paused' });
			return talk.speak(talk.words.paused);
		case 'stop':
		case 'cancel':
			talk.set({ phase: 'paused' });
			talk.effects.push({ do: 'silence' });
			return;
		case 'resume':
			return topic ? ask(talk) : review(talk);
		case 'skip':
			return topic ? skip(talk, topic) : review(talk);
		case 'previous-question':
			return previous(talk);
		case 'edit':
			return edit(talk, String(order.slots.field ?? ''));
		case 'human':
			talk.set({ phase: 'left' });
			return void talk.effects.push({ do: 'human' });
		case 'keyboard':
			talk.set({ phase: 'paused' });
			talk.speak(talk.words.keyboard);
			return void talk.effects.push({ do: 'keyboard' });
		case 'read-all':
			return review(talk);
		case 'submit':
			return askToSubmit(talk);
		default:
			return pass(talk, order);
	}
}

/** Not the dialogue's: slower, the way home. */
export function pass(talk: Talk, order: Interpretation | undefined) {
	if (!order) return;
	talk.effects.push({ do: 'command', command: order.command, slots: order.slots });
}

function help(talk: Talk) {
	const { help: lines, moreHelp } = talk.words;
	const pages = Math.ceil(lines.length / atOnce);
	const at = (talk.state.page % pages) * atOnce;
	talk.set({ page: talk.state.page + 1 });
	const topic = talk.topic;
	talk.speak(...(topic?.hint && at === 0 ? [topic.hint] : []));
	talk.speak(...lines.slice(at, at + atOnce), ...(pages > 1 ? [moreHelp] : []));
}

export function askToSubmit(talk: Talk) {
	const problems = talk.agenda.problems(talk.dossier);
	const [first] = problems;
	if (first) {
		talk.speak(talk.words.problems(problems.map(({ message }) => message)));
		return talk.at(first.path) ? goTo(talk, first.path) : handOver(talk);
	}
	talk.set({ phase: 'submitting', at: '', pending: [], offers: [] });
	talk.speak(...talk.agenda.declaration(talk.dossier), talk.words.submitAsk);
}
