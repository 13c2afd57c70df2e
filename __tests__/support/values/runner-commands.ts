/**
 * How GitHub's runner reads a step's standard output, in our own words (facts: actions/runner, ActionCommand.cs and
 * ActionCommandManager.cs). It reads line by line and tries the second form of a command, then the first.
 */
export interface RunnerCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** What the runner has handlers for; names are compared without case. Any stop token would be one more. */
const registered = new Set(
  'stop-commands add-mask add-path add-matcher remove-matcher set-env set-output save-state debug notice warning error group endgroup echo internal-set-repo-path'.split(
    ' ',
  ),
)

/** Every command in the output of a step, in order. */
export function commandsIn(output: string): readonly RunnerCommand[] {
  // A lone carriage return ends a line for .NET's readers too.
  return output.split(/\r\n|\n|\r/).flatMap((line) => secondForm(line) ?? firstForm(line) ?? [])
}

/** `::name key=value,key=value::data`, after blanks at the beginning of the line. */
function secondForm(line: string): RunnerCommand | undefined {
  const text = comparable(line).trimStart()
  if (!text.startsWith('::')) return undefined
  const end = text.indexOf('::', 2)
  if (end < 0) return undefined
  const found = named(text.slice(2, end), ',')
  return found && { ...found, data: decoded(text.slice(end + 2), ['%0D', '%0A', '%25']) }
}

/** `##[name key=value;key=value]data`, anywhere in the line. */
function firstForm(line: string): RunnerCommand | undefined {
  const text = comparable(line)
  const start = text.indexOf('##[')
  const end = start < 0 ? -1 : text.indexOf(']', start)
  if (end < 0) return undefined
  const found = named(text.slice(start + 3, end), ';')
  return found && { ...found, data: decoded(text.slice(end + 1), ['%3B', '%0D', '%0A', '%5D', '%25']) }
}

function named(info: string, separator: ',' | ';'): Omit<RunnerCommand, 'data'> | undefined {
  const space = info.indexOf(' ')
  const command = (space < 0 ? info : info.slice(0, space)).toLowerCase()
  if (!registered.has(command)) return undefined
  const pairs = (space < 0 ? '' : info.slice(space + 1))
    .trim()
    .split(separator)
    .flatMap((pair) => {
      const equals = pair.indexOf('=')
      return equals < 1
        ? []
        : [[pair.slice(0, equals), decoded(pair.slice(equals + 1), ['%0D', '%0A', '%3A', '%2C', '%25'])]]
    })
  return { command, properties: Object.fromEntries(pairs) as Record<string, string> }
}

const tokens: Readonly<Record<string, string>> = {
  '%0D': '\r',
  '%0A': '\n',
  '%3A': ':',
  '%2C': ',',
  '%3B': ';',
  '%5D': ']',
  '%25': '%',
}

function decoded(text: string, escapes: readonly string[]): string {
  return escapes.reduce((plain, hidden) => plain.replaceAll(hidden, tokens[hidden] ?? ''), text)
}

/** .NET compares by culture here: characters that have no weight in sorting count as not there. Blanks stay. */
function comparable(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, (character) =>
    /[\t\v\f\u0085]/.test(character) ? character : '',
  )
}
