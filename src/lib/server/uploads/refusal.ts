/** An answer to an upload that is no success, in the form the tus server takes from its hooks. */
export class Refusal extends Error {
	readonly status_code: number;
	/** JSON */
	readonly body: string;

	constructor(status: number, body: object) {
		super(`refused with ${status}`);
		this.status_code = status;
		this.body = JSON.stringify(body);
	}
}
