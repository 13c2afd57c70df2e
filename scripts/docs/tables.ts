import { inputTable, publicInputs } from '../../src/inputs/table/table.ts'
import { outputDescriptions } from '../../src/report/outputs.ts'

/** A Markdown table; cells are Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function inputsTable(): string {
  const shown = Object.entries(inputTable).filter(([name]) => publicInputs.includes(name))
  const rows = shown.map(([name, input]) => [`\`${name}\``, input.default, input.description])
  return markdownTable(['Input', 'Default', 'Meaning'], rows)
}

export function outputsTable(): string {
  const rows = Object.entries(outputDescriptions).map(([name, description]) => [`\`${name}\``, description])
  return markdownTable(['Output', 'Meaning'], rows)
}
