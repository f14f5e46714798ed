export * from './clock.ts';
export * from './hash.ts';
export * from './result.ts';
