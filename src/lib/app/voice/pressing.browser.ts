/** Presses what was named on the open screen. */
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import { hearChoice } from '#lib/vietnamese/index.ts';
import { matchLabel } from '#lib/voice/index.ts';
import { controlsOf, isFilled, type Control } from './controls.browser.ts';
import type { Floor } from './floor.svelte.ts';

/** So many names an ear keeps. */
const atOnce = 3;
/** "Mở số một": the number is the answer. */
const verb = /^(?:mở|chọn|bấm|xem|lấy|vào|đọc) /iu;
/** What cannot be undone is asked first. */
const grave = /^(?:xóa|hủy|làm lại từ đầu)/iu;

/**
 * @param mayAsk which of several that bear the name is meant
 * @returns false: nothing here bears such a name
 */
export async function press(
	floor: Floor,
	label: string,
	least: number,
	mayAsk = true,
): Promise<boolean> {
	const controls = controlsOf(document);
	const found = matchLabel(
		label,
		controls.map(({ names }) => names),
		least,
	).flatMap(({ at }) => controls[at] ?? []);
	const [only, other] = found;
	if (!only || (other && !mayAsk)) return false;
	if (other) await choose(floor, found);
	else await activate(floor, only);
	return true;
}

async function activate(floor: Floor, control: Control) {
	const [name = ''] = control.names;
	const act = async () => {
		const done = control.act();
		const isField = control.element.matches(isFilled) && !control.element.matches('select');
		await floor.say([
			!done ? words.touchIt(name) : isField ? words.field(name) : words.pressed(name),
		]);
	};
	if (!grave.test(name)) return act();
	await floor.ask(words.meant(name), act, () => floor.say([words.stopped]));
}

/** Several bear the name: by their number, three at a time. */
async function choose(floor: Floor, found: readonly Control[], from = 0) {
	const numbered = found.map(({ names: [name = ''] }, at) => `${at + 1} ${name}`);
	floor.asked = {
		phrases: found.map((_, at) => words.numbered(at + 1)),
		async answer(text) {
			const heard = hearChoice(text.replace(verb, ''), numbered);
			const number = heard.ok ? Number.parseInt(heard.value, 10) : Number.NaN;
			const chosen = found[number - 1];
			if (chosen) await activate(floor, chosen);
			else if (/thêm|nữa|khác/u.test(text)) await choose(floor, found, from + atOnce);
			else return false;
			return true;
		},
	};
	const shown = found.slice(from, from + atOnce);
	await floor.say([
		words.severalLabels(found.length),
		...shown.map(({ names: [name = ''] }, at) => words.hit(from + at + 1, name)),
	]);
}
