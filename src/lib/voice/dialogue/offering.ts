import { ask } from './asking.ts';
import type { Talk } from './exchange.ts';
import { keepOrConfirm } from './keeping.ts';
import { leave } from './misses.ts';
import { obey } from './orders.ts';

/** After a hand-over: an answer or an order takes the talk up again, anything else leaves it. */
export function hearAtOffer(talk: Talk, text: string) {
	const order = talk.order(text);
	if (order?.command === 'human' || order?.command === 'keyboard') {
		obey(talk, order);
		return talk.set({ phase: 'left' });
	}
	if (order?.command === 'resume') {
		talk.set({ phase: 'asking', misses: 0 });
		return ask(talk);
	}
	if (order && ['submit', 'edit', 'read-all', 'previous-question'].includes(order.command)) {
		talk.set({ phase: talk.state.at === '' ? 'reviewing' : 'asking', misses: 0 });
		return obey(talk, order);
	}
	const topic = talk.topic;
	const understood = topic && talk.agenda.hear(talk.dossier, topic, text);
	if (topic && understood?.ok && !order) {
		talk.set({ misses: 0 });
		return keepOrConfirm(talk, understood.changes, understood.sure);
	}
	leave(talk);
}
