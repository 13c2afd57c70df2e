/** What one writer releases in one round: a chart that all of them write, and one of its own. */
export function chartsOf(
  writer: number,
  round: number,
): readonly { readonly name: string; readonly version: string }[] {
  return [
    { name: 'shared', version: `${round}.${writer}.0` },
    { name: `own-${writer}`, version: `1.${round}.0` },
  ]
}
