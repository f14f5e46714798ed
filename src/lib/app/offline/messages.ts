/** What a page asks of the service worker, each with a MessagePort for the answers. */
export type Request =
	| { readonly type: 'cache-rest' }
	| { readonly type: 'offline-status' }
	/** take over now; the page reloads afterwards */
	| { readonly type: 'activate' };

/**
 * - `offline`: no answer, or it broke off - `bad-manifest`: somebody else's page (a captive portal) came instead
 * - `server-error`: the server refuses or is in trouble - `no-space`: the quota or the disk is full
 */
export type RestReason = 'offline' | 'bad-manifest' | 'server-error' | 'no-space';

export type Answer =
	| { readonly type: 'progress'; readonly share: number }
	| { readonly type: 'finished'; readonly changed: boolean }
	| { readonly type: 'failed'; readonly reason: RestReason }
	| { readonly type: 'status'; readonly ready: boolean };
