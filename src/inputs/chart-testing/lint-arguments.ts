/** What `helm-lint-extra-args` asks for, as far as it has a counterpart here. */
export interface LintArguments {
  readonly strict?: true
  readonly kubeVersion?: string
  /** The others, as they are written. */
  readonly left: readonly string[]
}

/** They change nothing of the verdict. */
const HARMLESS: ReadonlySet<string> = new Set(['--quiet', '--debug'])
/** Switches, which no value follows. */
const SWITCHES: ReadonlySet<string> = new Set(['--strict', '--with-subcharts', '--skip-schema-validation', ...HARMLESS])

/** Reads the arguments as chart-testing does: by white space, without quotes. */
export function lintArguments(text: string): LintArguments {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const left: string[] = []
  let strict = false
  let kubeVersion: string | undefined
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const [flag = '', ...given] = word.split('=')
    const next = words[index + 1]
    const takesNext = given.length === 0 && !SWITCHES.has(flag) && next !== undefined && !next.startsWith('-')
    const value = takesNext ? next : given.join('=')
    if (takesNext) index += 1
    if (flag === '--strict') strict = given.length === 0 || /^(?:1|t|true)$/i.test(value)
    else if (flag === '--kube-version' && value !== '') kubeVersion = value
    else if (!HARMLESS.has(flag)) left.push(takesNext ? `${word} ${next}` : word)
  }
  return { ...(strict && { strict }), ...(kubeVersion !== undefined && { kubeVersion }), left }
}
