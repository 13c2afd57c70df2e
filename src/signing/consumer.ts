// What checks signatures of others; loaded late, as it brings Sigstore's libraries along.
export { findTrustedRoot } from './services/services.ts'
export { createInspector } from './verify/inspect.ts'
