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

/** The server limits each device behind an address by itself: a village's phones must not use up each other's turn. */
export const fromDevice =
	(device: string, http: Http): Http =>
	(request) =>
		http({ ...request, headers: { ...request.headers, 'X-Device': device } });
