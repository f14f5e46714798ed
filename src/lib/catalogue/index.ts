export * from './procedure.ts';
export * from './release.ts';
