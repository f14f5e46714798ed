/** What a dossier that was just handed in could leave in the vault. In memory only: unasked, nothing is kept. */
import type { Answers, DescribeContext, FormDefinition } from '#lib/forms/index.ts';
import type { FileWithBytes } from '#lib/outbox/index.ts';
import type { Keepable, Paper } from '#lib/vault/index.ts';
import { vault } from './vault.svelte.ts';

export interface HandedIn {
	readonly form: FormDefinition;
	readonly answers: Answers;
	readonly context: DescribeContext;
	/** the papers, with the files that show them */
	readonly papers: readonly { readonly name: string; readonly files: readonly FileWithBytes[] }[];
}

export interface KeepablePaper {
	readonly id: string;
	readonly name: string;
	readonly files: readonly FileWithBytes[];
}

class HandedInState {
	#dossier: HandedIn | undefined;
	people = $state.raw<readonly Keepable[]>([]);
	papers = $state.raw<readonly KeepablePaper[]>([]);
	/** the vault is locked: what is new cannot be told yet */
	locked = $state(false);

	get asks(): boolean {
		return this.locked || this.people.length > 0 || this.papers.length > 0;
	}

	async offer(dossier: HandedIn) {
		this.#dossier = dossier;
		await this.look();
	}

	/** Looks what of the dossier is not kept yet. */
	async look() {
		const dossier = this.#dossier;
		if (!dossier || !(await vault.open())) return this.forget();
		this.locked = vault.status === 'locked';
		if (this.locked) return;
		const { keepable } = await import('#lib/vault/index.ts');
		const { form, answers, context, papers } = dossier;
		this.people = keepable(form, answers, vault.subjects, context);
		const kept = new Set(vault.papers.flatMap(({ pages }) => pages.map(({ sha256 }) => sha256)));
		this.papers = papers
			.filter(({ files }) => files.some(({ sha256 }) => !kept.has(sha256)))
			.map((paper, index) => ({ id: `paper-${index}`, ...paper }));
	}

	/**
	 * Keeps what was ticked, and forgets the rest.
	 * @param fields by keepable
	 * @param papers ids
	 */
	async keep(fields: Readonly<Record<string, readonly string[]>>, papers: readonly string[]) {
		const { keep } = await import('#lib/vault/index.ts');
		const now = Date.now();
		const { people } = this;
		const files = new Map<string, Blob>();
		const kept = this.papers
			.filter(({ id }) => papers.includes(id))
			.map((paper): Paper => ({ ...newPaper(paper.name, paper.files, files, now), result: false }));
		const done = await vault.update((entries) => {
			const subjects = entries.filter((entry) => entry.kind === 'subject');
			const put = keep(people, fields, subjects, () => crypto.randomUUID(), now);
			return { put: [...put, ...kept], files };
		});
		if (done.ok) this.forget();
		return done;
	}

	forget() {
		this.#dossier = undefined;
		this.people = [];
		this.papers = [];
		this.locked = false;
	}
}

/** @param files takes the pages' bytes under their new ids */
export function newPaper(
	name: string,
	pages: readonly FileWithBytes[],
	files: Map<string, Blob>,
	now: number,
): Omit<Paper, 'result'> {
	return {
		id: crypto.randomUUID(),
		kind: 'paper',
		name,
		pages: pages.map(({ name, type, bytes, sha256, blob }) => {
			const id = crypto.randomUUID();
			files.set(id, blob);
			return { id, name, type, bytes, sha256 };
		}),
		savedAt: now,
	};
}

export const handedIn = new HandedInState();
