export { backoff, longestAskedMs, longestBackoffMs } from './backoff.ts';
export type { DrainReport, DrainStop } from './drain.ts';
export type { Http, HttpAnswer, HttpRequest } from './http.ts';
export * from './item.ts';
export { judgeAnswer, type Verdict } from './judge-answer.ts';
export { parseReceipt, type Receipt } from './receipt.ts';
export { retryAfterMs } from './retry-after.ts';
export type * from './store.ts';
export { remaining } from './wait.ts';
