import type { Pipeline } from '../go-template/syntax.ts'
import { type Abstract, placesIn } from './abstract.ts'
import type { Typed } from './function-context.ts'
import type { Place } from './place.ts'

const TYPE_TESTS: ReadonlySet<string> = new Set(['kindIs', 'typeIs', 'typeIsLike'])
/** A chart that asks more often inside of itself is not read any better for it. */
const MAX_TYPED = 20

/** What `{{ if kindIs "map" .Values.a }}` says of the part below it; nothing for any other condition. */
export function typedBy(
  { commands }: Pipeline,
  read: (operand: Pipeline['commands'][number]['operands'][number]) => Abstract,
): readonly Typed[] {
  const [first, type, value, ...more] = commands.length === 1 ? (commands[0]?.operands ?? []) : []
  if (first?.kind !== 'function' || !TYPE_TESTS.has(first.name) || more.length > 0) return []
  if (type?.kind !== 'text' || !value) return []
  return placesIn(read(value))
    .slice(0, MAX_TYPED)
    .map((place) => ({ place, type: type.text }))
}

/** The tests around a part of a template, with one more. */
export function within(around: readonly Typed[] | undefined, more: readonly Typed[]): readonly Typed[] | undefined {
  return more.length === 0 || (around?.length ?? 0) >= MAX_TYPED ? around : [...(around ?? []), ...more]
}

/** The type that was asked for of a place, or of what it is in. */
export function typeOf(place: Place, typed: readonly Typed[]): string | undefined {
  for (let at: Place | undefined = place; at; at = at.parent) {
    const found = typed.find((one) => one.place === at)
    if (found) return found.type
  }
  return undefined
}
