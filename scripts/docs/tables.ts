import { inputTable, publicInputs } from '../../src/inputs/table/table.ts'
import { verificationInputTable } from '../../src/inputs/verification/table.ts'
import { outputDescriptions } from '../../src/report/outputs.ts'
import { verificationOutputDescriptions } from '../../src/report/verification/outputs.ts'

/** A Markdown table; cells are Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function inputsTable(): string {
  return tableOfInputs(Object.entries(inputTable).filter(([name]) => publicInputs.includes(name)))
}

export function outputsTable(): string {
  return tableOfOutputs(outputDescriptions)
}

/** Those of the action in `verify/`. */
export function verificationTables() {
  return {
    inputs: tableOfInputs(Object.entries(verificationInputTable)),
    outputs: tableOfOutputs(verificationOutputDescriptions),
  }
}

function tableOfInputs(shown: readonly (readonly [string, (typeof inputTable)[string]])[]): string {
  const rows = shown.map(([name, input]) => [`\`${name}\``, input.default, input.description])
  return markdownTable(['Input', 'Default', 'Meaning'], rows)
}

function tableOfOutputs(descriptions: Readonly<Record<string, string>>): string {
  const rows = Object.entries(descriptions).map(([name, description]) => [`\`${name}\``, description])
  return markdownTable(['Output', 'Meaning'], rows)
}
