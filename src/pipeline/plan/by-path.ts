/** Order of charts in plan and report; what is of one folder stays as it came. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0
  return a.path < b.path ? -1 : 1
}
