import { ReleaseError } from '../../model/errors.ts'
import type { Linted, LintOptions } from '../../ports/helm.ts'
import { inProcesses } from './batches.ts'
import type { HelmCommand } from './command.ts'

const HEADING = /^==> Linting (.*)$/
const SUMMARY = /^\d+ chart\(s\) linted, \d+ chart\(s\) failed$/
const MESSAGE = /^\[(ERROR|WARNING|INFO)\] (.*)$/

/**
 * A process lints many folders: unlike `helm package`, `helm lint` goes on after a chart that fails. It prints
 * everything at its end, so if a limit stopped it (or it crashed) each chart is linted alone: only the one that exceeds
 * the limit fails.
 */
export async function lint(
  helm: HelmCommand,
  folders: readonly string[],
  options: LintOptions = {},
): Promise<ReadonlyMap<string, Linted>> {
  const linted = await inProcesses(folders, (batch) => lintTogether(helm, batch, options))
  return new Map(linted.flatMap((batch) => [...batch]))
}

async function lintTogether(
  helm: HelmCommand,
  folders: readonly string[],
  options: LintOptions,
): Promise<ReadonlyMap<string, Linted>> {
  const ran = await helm.run(['lint', ...folders, ...flagsOf(options)])
  const sections = sectionsOf(Buffer.from(ran.stdout).toString(), new Set(folders))
  if (sections.size === 0) requireKnownFlags(helm.said(ran))
  if (folders.length > 1 && folders.some((folder) => !sections.has(folder))) return lintOneByOne(helm, folders, options)
  return new Map(
    folders.map((folder) => {
      const messages = sections.get(folder)
      const stopped = ran.killed !== undefined && ({ isStopped: true } as const)
      // No section for it: Helm stopped before, so it did not pass.
      if (!messages) return [folder, { failed: true, messages: [helm.said(ran)], ...stopped }]
      const isRefused = folders.length === 1 && ran.exitCode !== 0
      const failed = isRefused || messages.some((message) => options.strict || message.startsWith('ERROR'))
      return [folder, { failed: failed || ran.killed !== undefined, messages, ...stopped }]
    }),
  )
}

function flagsOf({ values, strict, kubeVersion }: LintOptions): readonly string[] {
  return [
    ...(values === undefined ? [] : ['--values', values]),
    ...(strict ? ['--strict'] : []),
    ...(kubeVersion === undefined ? [] : ['--kube-version', kubeVersion]),
  ]
}

function requireKnownFlags(said: string): void {
  const flag = /^unknown flag: (--[a-z-]+)/.exec(said)?.[1]
  if (flag === undefined) return
  throw new ReleaseError('HELM_TOO_OLD', `This \`helm lint\` does not know ${flag}, which \`kube-version\` needs.`, {
    hint: 'Set the input `helm-version` to a newer one, e.g. `helm-version: 4.1.4`, or leave `kube-version` out.',
  })
}

async function lintOneByOne(
  helm: HelmCommand,
  folders: readonly string[],
  options: LintOptions,
): Promise<ReadonlyMap<string, Linted>> {
  const linted = new Map<string, Linted>()
  for (const folder of folders) {
    for (const [key, value] of await lintTogether(helm, [folder], options)) linted.set(key, value)
  }
  return linted
}

/** Only requested folders begin a section: a template's message may look like one. */
function sectionsOf(output: string, folders: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>()
  let current: string[] | undefined
  for (const line of output.split('\n')) {
    const heading = HEADING.exec(line)?.[1]
    if (heading !== undefined && folders.has(heading)) {
      current = []
      sections.set(heading, current)
      continue
    }
    const message = MESSAGE.exec(line)
    // The details of a schema error are on the lines below.
    if (message) current?.push(`${message[1]} ${message[2]}`)
    else if (line.trim() !== '' && !SUMMARY.test(line))
      current?.push(`${current.pop() ?? ''} ${line.trim()}`.trimStart())
  }
  return new Map(
    [...sections].map(([heading, told]) => [heading, told.filter((message) => !message.startsWith('INFO'))]),
  )
}
