import type { OwnWrites } from '../model/target.ts'

export function createOwnWrites(): OwnWrites {
  return { manifests: new Map(), beside: new Map() }
}
