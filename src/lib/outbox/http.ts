export interface HttpRequest {
	readonly method: string;
	/** absolute */
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: Blob | string;
	readonly signal: AbortSignal;
}

export interface HttpAnswer {
	readonly status: number;
	/** undefined where the header is missing */
	header(name: string): string | undefined;
	readonly body: string;
}

/** Rejects when no whole answer came. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;
