import type { Condition, FormDefinition, PlainQuestion } from '#lib/forms/index.ts';

/** Names a template fills in by itself; no question may take them. */
const reserved = ['unit', 'procedure', 'n'];

/**
 * What the schema cannot see: names that lead nowhere. Conditions look back only, ids stand once in a form.
 * @returns one sentence for each, empty if all is well
 */
export function brokenReferences(form: FormDefinition): string[] {
	const broken: string[] = [];
	const shared: string[] = [];
	const all: string[] = [];
	const repeats = new Map<string, readonly PlainQuestion[]>();
	const say = (where: string, what: string) => broken.push(`${where}: ${what}`);

	const checkCondition = (
		where: string,
		condition: Condition | undefined,
		known: readonly string[],
	): void => {
		if (!condition) return;
		const names = 'ageUnder' in condition ? condition.on : [];
		const asked = 'question' in condition ? [condition.question, ...names] : [];
		for (const name of asked)
			if (!known.includes(name)) say(where, `no earlier question “${name}”`);
		if ('is' in condition || 'in' in condition) checkValue(where, condition);
		if ('all' in condition) condition.all.forEach((part) => checkCondition(where, part, known));
		if ('any' in condition) condition.any.forEach((part) => checkCondition(where, part, known));
		if ('not' in condition) checkCondition(where, condition.not, known);
		if ('some' in condition) {
			const own = repeats.get(condition.some);
			if (!own) say(where, `no repeat “${condition.some}”`);
			checkCondition(where, condition.where, [...known, ...(own ?? []).map(({ id }) => id)]);
		}
	};
	const kinds = new Map<string, PlainQuestion>();
	const checkValue = (
		where: string,
		condition: Extract<Condition, { is: unknown } | { in: unknown }>,
	) => {
		const question = kinds.get(condition.question);
		const values = 'is' in condition ? [condition.is] : condition.in;
		for (const value of values) {
			if (question?.kind === 'choice' && !question.options.some((one) => one.value === value))
				say(where, `“${question.id}” has no option “${value}”`);
			if (question?.kind === 'yesNo' && typeof value !== 'boolean')
				say(where, `“${question.id}” is true or false, not “${value}”`);
		}
	};
	const checkQuestion = (question: PlainQuestion, known: readonly string[]) => {
		checkCondition(question.id, question.when, known);
		for (const { when } of question.wordings ?? []) checkCondition(question.id, when, known);
		if (all.includes(question.id)) say(question.id, 'stands twice');
		if (question.kind === 'yesNo' && question.consent && question.prefill)
			say(question.id, 'a consent is never filled in for anyone');
		if (reserved.includes(question.id)) say(question.id, 'is a name templates use');
		all.push(question.id);
		kinds.set(question.id, question);
	};

	for (const section of form.sections) {
		checkCondition(section.id, section.when, shared);
		for (const question of section.questions) {
			if (question.kind === 'repeat') {
				const own: string[] = [];
				for (const inner of question.questions) {
					checkQuestion(inner, [...shared, ...own]);
					own.push(inner.id);
				}
				if (question.itemName && !own.includes(question.itemName))
					say(question.id, `no question “${question.itemName}”`);
				all.push(question.id);
				repeats.set(question.id, question.questions);
			} else {
				checkQuestion(question, shared);
				shared.push(question.id);
			}
		}
	}
	for (const check of form.checks) {
		const others = [
			'than' in check ? check.than : undefined,
			'birthDate' in check ? check.birthDate : undefined,
			'sex' in check ? check.sex : undefined,
			'on' in check ? check.on : undefined,
		];
		for (const name of [check.question, ...others])
			if (name !== undefined && !all.includes(name)) say(check.kind, `no question “${name}”`);
		const own = [...repeats.values()].find((one) => one.some(({ id }) => id === check.question));
		checkCondition(check.kind, check.when, [...shared, ...(own ?? []).map(({ id }) => id)]);
		if (check.kind === 'age' && check.level === 'error' && check.on === undefined)
			say(check.kind, 'an error may not depend on today');
	}
	const receiver = form.receiver?.from;
	if (receiver !== undefined && kinds.get(receiver)?.kind !== 'unit')
		say('receiver', `“${receiver}” is no unit`);
	for (const paper of form.papers) checkCondition(paper.id, paper.when, shared);
	for (const document of form.documents) {
		if (document.each !== undefined && !repeats.has(document.each))
			say(document.id, `no repeat “${document.each}”`);
		const seen = [...shared, ...(repeats.get(document.each ?? '') ?? []).map(({ id }) => id)];
		checkCondition(document.id, document.when, seen);
		for (const line of document.lines) {
			if ('when' in line) checkCondition(document.id, line.when, seen);
			if (line.kind === 'option') checkCondition(document.id, line.checked, seen);
			const each = line.kind === 'table' ? (repeats.get(line.each ?? '') ?? []) : [];
			const visible = [...seen, ...each.map(({ id }) => id), ...repeats.keys(), ...reserved];
			for (const [, name = ''] of JSON.stringify(line).matchAll(/\{(?!")([^{}"]+)\}/g))
				for (const id of (name.split('|')[0] ?? '').split('/'))
					if (!visible.includes(id)) say(document.id, `no answer “${id}”`);
		}
	}
	return broken;
}
