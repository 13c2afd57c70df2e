import { importTable } from '../import-table.ts'
import { rooms } from '../rooms.ts'

/** The folders of src as a Markdown table: what each holds, and what it may import. */
export function foldersTable(): string {
  const rows = importTable.map(({ name, holds, mayImport }) => {
    const imports = mayImport.map((other) => `\`${other}\``).join(', ')
    return `| \`${name}${name.endsWith('.ts') ? '' : '/'}\` | ${holds} | ${imports || 'nothing of ours'} |`
  })
  return ['| folder | what | may import |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The folders within them, each in one line. */
export function roomsTable(): string {
  const rows = Object.entries(rooms).map(([name, holds]) => `| \`${name}\` | ${holds} |`)
  return ['| room | what |', '| --- | --- |', ...rows].join('\n')
}
