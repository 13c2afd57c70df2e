/** An annotation as the runner would show it. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  /** `title`, `file`, `line`, `endLine`, `col` as written. */
  readonly properties: Readonly<Record<string, string>>
}

/** Reads a file for `GITHUB_OUTPUT` (or `GITHUB_ENV`): `name=value` lines and here-documents. Fails where the runner would. */
export function outputsIn(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const { name = '', sign, rest = '' } = /^(?<name>.*?)(?<sign><<|=)(?<rest>.*)$/.exec(line)?.groups ?? {}
    if (name === '') throw new Error(`this line sets nothing: ${line}`)
    if (sign === '=') {
      outputs[name] = rest
      continue
    }
    const end = lines.indexOf(rest, index + 1)
    if (end < 0) throw new Error(`the value of ${name} has no end`)
    outputs[name] = lines.slice(index + 1, end).join('\n')
    index = end
  }
  return outputs
}

const command = /^\s*::(?<level>error|warning|notice)(?:\s+(?<properties>[^:]*(?::(?!:)[^:]*)*?))?::(?<message>.*)$/

/** The annotations in what a step printed. */
export function annotationsIn(stdout: string): readonly Annotation[] {
  return stdout.split(/[\r\n]+/).flatMap((line) => {
    const { level, properties = '', message = '' } = command.exec(line)?.groups ?? {}
    if (!level) return []
    return [{ level: level as Annotation['level'], message: decodeData(message), properties: propertiesIn(properties) }]
  })
}

function propertiesIn(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').map((pair) => pair.split('=', 2))
  return Object.fromEntries(
    pairs.flatMap(([name = '', value = '']) => (name.trim() === '' ? [] : [[name.trim(), decodeProperty(value)]])),
  )
}

// actions/runner src/Runner.Common/ActionCommand.cs: properties hide more than the message, the per cent sign comes last.
function decodeProperty(text: string): string {
  return decodeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}

function decodeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
