import type { Span } from '../../__tests__/support/servers/span.ts'

/**
 * The longest row of requests of which none began before the one before it was answered. Where every answer takes the same time,
 * that is how many round trips a run waits for, whatever else the machine does.
 */
export function longestChain(spans: readonly Span[]): readonly Span[] {
  const chain: Span[] = []
  // Of intervals that do not overlap, always taking the one that ends first leaves room for the most.
  for (const span of spans.toSorted((a, b) => a.endedMs - b.endedMs)) {
    if (span.startedMs >= (chain.at(-1)?.endedMs ?? Number.NEGATIVE_INFINITY)) chain.push(span)
  }
  return chain
}
