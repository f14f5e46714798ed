import { hearYesNo } from '#lib/vietnamese/index.ts';
import type { Change, Topic } from './agenda.ts';
import { next } from './asking.ts';
import { afterRefusal, hearCorrection } from './corrections.ts';
import { corrected } from './editing.ts';
import type { Talk } from './exchange.ts';
import { keep, keepOrConfirm } from './keeping.ts';
import { miss, oneTooMany, sayPending } from './misses.ts';
import { obey } from './orders.ts';
import { isWhole } from './phrases.ts';

/** Yes, no, or what is wrong with what was said back. */
export function hearConfirmation(talk: Talk, text: string) {
	const { pending } = talk.state;
	const topic = talk.at(pending[0]?.path ?? '');
	if (!topic) return next(talk);
	const yes = hearYesNo(text);
	if (yes.ok && yes.value) return keep(talk, pending, []);
	const correction = hearCorrection(text);
	if (correction && correction.is !== 'wrong') {
		for (const { path, value } of pending) {
			const one = talk.at(path);
			const changed = one && corrected(talk, one, value ?? undefined, correction);
			if (!changed) continue;
			const rest = pending.filter((change) => change.path !== path);
			return again(talk, [...changed, ...rest].toSorted(inOrderOf(pending)));
		}
	}
	if (correction?.is === 'wrong' || (yes.ok && !yes.value)) return refused(talk, topic);
	if (isWhole(text)) return sayPending(talk);
	const order = talk.order(text);
	if (order?.command === 'read-all') return sayPending(talk);
	if (order) return obey(talk, order);
	const heard = talk.agenda.hear(talk.dossier, topic, afterRefusal(text));
	if (heard.ok) return again(talk, heard.changes);
	miss(talk, 'not-understood');
}

/** Another reading of the same answer: confirmed anew, and counted. */
function again(talk: Talk, changes: readonly Change[]) {
	if (oneTooMany(talk)) return;
	keepOrConfirm(talk, changes, false);
}

/** Not right: several are asked one by one, one is asked again; digits are said in groups to find the wrong one. */
function refused(talk: Talk, topic: Topic) {
	talk.refuse(topic.path);
	if (topic.kind === 'digits' && !talk.state.met.includes(`whole:${topic.path}`)) {
		talk.meet([`whole:${topic.path}`]);
		if (oneTooMany(talk)) return;
		talk.speak(talk.words.otherWay.digits);
		return;
	}
	talk.set({ phase: 'asking', pending: [], at: topic.path });
	miss(talk, 'refused');
}

const inOrderOf = (pending: readonly Change[]) => (a: Change, b: Change) =>
	pending.findIndex(({ path }) => path === a.path) -
	pending.findIndex(({ path }) => path === b.path);
