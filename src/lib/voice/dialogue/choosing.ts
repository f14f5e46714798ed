import { hearChoice, hearYesNo } from '#lib/vietnamese/index.ts';
import { goTo } from './asking.ts';
import type { Talk } from './exchange.ts';
import { keep, keepOrConfirm } from './keeping.ts';
import { miss } from './misses.ts';
import { obey } from './orders.ts';
import { isMore } from './phrases.ts';
import { offerChoices } from './prompts.ts';

/** One of several meanings, by its words or number. */
export function hearChosen(talk: Talk, text: string) {
	const { offers, page } = talk.state;
	if (isMore(text)) {
		talk.set({ page: page + 1 });
		return talk.speak(...offerChoices(offers, page + 1, talk.words));
	}
	const labels = offers.map(({ label }) => label);
	const heard = hearChoice(text, labels);
	const chosen = heard.ok ? offers[labels.indexOf(heard.value)] : undefined;
	if (chosen?.to !== undefined) return goTo(talk, chosen.to);
	const topic = talk.topic;
	if (chosen && topic) {
		talk.set({ offers: [], phase: 'asking' });
		// Chosen among several is as good as confirmed.
		return keep(
			talk,
			chosen.changes,
			chosen.changes.map(({ path }) => path),
		);
	}
	const order = talk.order(text);
	if (order) return obey(talk, order);
	const no = hearYesNo(text);
	if (topic && no.ok && !no.value) {
		talk.set({ phase: 'asking', offers: [] });
		return miss(talk, 'refused');
	}
	const again = topic && talk.agenda.hear(talk.dossier, topic, text);
	if (again?.ok) return keepOrConfirm(talk, again.changes, again.sure);
	miss(talk, 'not-understood');
}
