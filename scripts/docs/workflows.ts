import { shapes } from '../../__tests__/support/workflows/shapes.ts'

/** docs/workflows.md between its markers: what each repository does today, and the step that takes its place. */
export function workflowSections(): string {
  return shapes.map(sectionOf).join('\n')
}

function sectionOf({ like, before, after, files }: (typeof shapes)[number]): string {
  const settings = Object.entries(files).filter(([path]) => path.startsWith('.github/'))
  const parts = [
    `## Like ${like}\n`,
    `Today:\n\n${before.map((step) => `- ${step}`).join('\n')}\n`,
    `In one step:\n\n\`\`\`yaml\n${after}\`\`\`\n`,
    ...settings.map(([path, text]) => `\`${path}\`:\n\n\`\`\`yaml\n${text}\`\`\`\n`),
  ]
  return parts.join('\n')
}
