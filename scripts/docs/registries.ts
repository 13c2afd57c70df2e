import type { Refusal, Registry } from '../../src/targets/oci/registries/registry.ts'
import { registries } from '../../src/targets/oci/registries/table.ts'
import { markdownTable } from './tables.ts'

/** The registries in one table. */
export function registriesTable(): string {
  const rows = registries.map(({ name, target, referrers, immutability }) => [
    `[${name}](#${anchor(name)})`,
    `\`${target}\``,
    referrers,
    immutability,
  ])
  return markdownTable(['Registry', 'Target', 'List of signatures', 'Immutable tags'], rows)
}

/** One section per registry: login, names, what a refusal looks like. */
export function registrySections(): string {
  return registries.map(section).join('\n\n')
}

function section(registry: Registry): string {
  const { name, login, loginNote, names, lists, signatureTags } = registry
  return [
    `### ${name}`,
    ...(login === '' ? [] : [`\`\`\`yaml\n${login}\n\`\`\``]),
    loginNote,
    `**Names.** ${names}`,
    ...(lists === undefined ? [] : [`**Lists of tags.** ${lists}`]),
    ...(signatureTags === undefined ? [] : [`**Immutable tags and signatures.** ${code(signatureTags)}`]),
    ...refusals(registry),
  ].join('\n\n')
}

function refusals({ refusals, missing, noCredentials }: Registry): readonly string[] {
  const path = '<path>/<chart>'
  const rows = refusals.map((refusal) => [`\`${refusal.said}\``, hintOf(refusal, path)])
  if (noCredentials !== undefined) rows.push(['401 or 403 without credentials', code(noCredentials)])
  const isSaid = missing !== undefined && rows.some(([, hint]) => hint === code(missing(path)))
  if (missing && !isSaid) rows.push(['`NAME_UNKNOWN`, or 404', code(missing(path))])
  return rows.length === 0 ? [] : [markdownTable(['What it says', 'What to do'], rows)]
}

function hintOf({ hint }: Refusal, path: string): string {
  return code(typeof hint === 'string' ? hint : hint(path))
}

// Placeholders would be taken for HTML.
function code(text: string): string {
  return text.replace(/(`[^`]*`)|[<>*$]/g, (character, quoted?: string) => quoted ?? `\\${character}`)
}

function anchor(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
