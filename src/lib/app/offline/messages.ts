/** What a page asks of the service worker, each with a MessagePort for the answers. */
export type Request =
	| { readonly type: 'cache-rest' }
	/** what is being cached is no longer wanted: after the file under way it ends */
	| { readonly type: 'stop-rest' }
	| { readonly type: 'offline-status' }
	/** take over now; the page reloads afterwards */
	| { readonly type: 'activate' };

/**
 * - `offline`: no answer, or it broke off - `bad-manifest`: somebody else's page (a captive portal) came instead
 * - `server-error`: the server refuses or is in trouble - `no-space`: the quota or the disk is full
 * - `aborted`: it was no longer wanted
 */
export type RestReason = 'aborted' | 'offline' | 'bad-manifest' | 'server-error' | 'no-space';

export type Answer =
	| { readonly type: 'progress'; readonly share: number }
	| { readonly type: 'finished'; readonly changed: boolean }
	| { readonly type: 'failed'; readonly reason: RestReason }
	/** @property missingBytes over the wire - @property keptBytes on the phone, of the rest */
	| {
			readonly type: 'status';
			readonly ready: boolean;
			readonly missingBytes: number;
			readonly keptBytes: number;
	  };
