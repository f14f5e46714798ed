export * from './clock.ts';
export * from './fetch-ahead.ts';
export * from './hash.ts';
export * from './result.ts';
