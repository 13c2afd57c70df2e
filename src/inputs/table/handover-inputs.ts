import type { Digest } from '../../model/chart.ts'
import type { Part } from '../../model/settings.ts'
import { definition, nothing } from './definition.ts'
import { oneOf, type Parsed, type Raw, text } from './parse.ts'

/** Inputs by which the two jobs of the reusable workflow share one release. */
export const handoverInputs = {
  part: definition<Part | undefined>({
    description: 'Which part of a release this is: `build` plans and packages, `release` signs and publishes.',
    default: 'the whole release',
    parse: oneOf(['build', 'release']),
    fallback: nothing,
    visibility: 'messages',
    isInternal: true,
  }),
  handover: definition<string | undefined>({
    description: 'Folder that the `build` part leaves its packages in, and the `release` part takes them from.',
    default: 'none',
    parse: text((value) => (/^\/[^\p{Cc}]+$/u.test(value) ? undefined : 'an absolute path')),
    fallback: nothing,
    visibility: 'messages',
    isInternal: true,
  }),
  'handover-digest': definition<Digest | undefined>({
    description: 'What the output of that name said in the `build` part; nothing else is released.',
    default: 'none',
    parse: digest,
    fallback: nothing,
    visibility: 'messages',
    isInternal: true,
  }),
} as const

function digest(raw: Raw): Parsed<Digest> {
  const hex = typeof raw === 'string' ? /^sha256:([0-9a-f]{64})$/.exec(raw.trim())?.[1] : undefined
  return hex === undefined ? { allowed: '`sha256:` and 64 hex digits' } : { value: `sha256:${hex}` }
}
