/** A difference that is meant, and why. */
interface Explained {
  /** Of the chart or index, from the root of Helm's module. */
  readonly name: RegExp
  readonly difference: RegExp
  readonly why: string
}

export const EXPLAINED: readonly Explained[] = [
  {
    name: /invalidchartfile$/,
    difference: /has the key apiVersion twice/,
    why: 'of two equal keys Helm takes the last, and a release could edit either: the author has to say which is meant',
  },
  {
    name: /withsubchart$/,
    difference: /refused/,
    why: 'charts/ holds 0.1.0 and Chart.yaml asks for 0.1.16, which only `helm dependency build` looks at: it refuses too',
  },
  {
    name: /chart-with-subchart-update$/,
    difference: /refused/,
    why: 'the lock names another repository than Chart.yaml, which only `helm dependency build` looks at: it refuses too',
  },
]
