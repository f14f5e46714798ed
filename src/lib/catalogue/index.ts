export * from './import-record.ts';
export * from './index-codec.ts';
export * from './index-entry.ts';
export * from './plain-layer.ts';
export * from './procedure.ts';
export * from './release-order.ts';
export * from './release.ts';
export * from './terms.ts';
