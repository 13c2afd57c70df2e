/** A trusted root as JSON: a list of keys for each kind of service, and its media type. */
export type TrustedRootJson = Readonly<Record<string, string | readonly unknown[]>>

/** A root that trusts whatever one of the two does, as after a rotation of keys. */
export function bothTrusted(one: TrustedRootJson, other: TrustedRootJson): TrustedRootJson {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(
    keys.map((key) => {
      const [first, second] = [one[key], other[key]]
      return [key, Array.isArray(first) && Array.isArray(second) ? [...first, ...second] : (first ?? second ?? '')]
    }),
  )
}
