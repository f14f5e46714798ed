import type { Result } from '#lib/base/index.ts';
import type { HttpAnswer } from './http.ts';
import type { StoreReason } from './store.ts';

/** The phone's storage failed in the middle of a drain, which ends there: what is kept stays as it is. */
export class StorageStop extends Error {
	override readonly name = 'StorageStop';
	readonly reason: StoreReason;

	constructor(reason: StoreReason, detail?: string) {
		super(detail ?? reason);
		this.reason = reason;
	}
}

/** Another drain has taken the item over, or the person took it back: nothing more is done with it here. */
export class Superseded extends Error {
	override readonly name = 'Superseded';
}

/** The phone's storage does not give a file's bytes back. */
export class Unreadable extends Error {
	override readonly name = 'Unreadable';
}

/** An answer that ends an upload, where the tus client would have begun it anew. */
export class Answered extends Error {
	override readonly name = 'Answered';
	readonly answer: HttpAnswer;

	constructor(answer: HttpAnswer) {
		super(`answered ${answer.status}`);
		this.answer = answer;
	}
}

/** @throws StorageStop */
export async function kept<T>(result: Promise<Result<T, StoreReason>>): Promise<T> {
	const done = await result;
	if (!done.ok) throw new StorageStop(done.reason, done.detail);
	return done.value;
}

/** @throws Superseded, StorageStop */
export async function stillOurs(result: Promise<Result<boolean, StoreReason>>): Promise<void> {
	if (!(await kept(result))) throw new Superseded('the item is no longer ours');
}
