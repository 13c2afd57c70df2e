const DOTTED_VERSION = /v?\d+(?:\.\d+)+(?:[-+_][0-9A-Za-z.]+)*/g
const DASHED_VERSION = /(?<=-)v?\d+(?:-\d+){1,3}(?=-|$)/g
const HASH_AT_END = /-(?=[a-f]*\d)[0-9a-f]{6,64}$/
const HASH = /\b[0-9a-f]{32,128}\b/g

/** A resource's name without the parts that change at every release: versions in it, a hash at its end. */
export function maskName(name: string): string {
  return name.replace(HASH_AT_END, '-#').replace(DOTTED_VERSION, '#').replace(DASHED_VERSION, '#')
}

const RELEASE_LABEL =
  /^[ \t]+(?:["']?(?:helm\.sh\/chart|app\.kubernetes\.io\/version)["']?:.*|chart:[ \t]*["']?[\w.-]+-v?\d+\.\d+[\w.+-]*["']?[ \t]*)\n/gm

const CHECKSUM = /^([ \t]+["']?checksum\/[\w.-]+["']?:[ \t]*)["']?[0-9a-f]{32,128}["']?[ \t]*$/gm

/**
 * Rendered text without the labels that change with every release, and without the checksums that follow from them: what is equal then
 * needs no parsing.
 */
export function withoutReleaseLabels(text: string): string {
  return text.replace(RELEASE_LABEL, '').replace(CHECKSUM, '$1"#"')
}

/** A rendered value without checksums, which follow from other changes. */
export function maskValue(value: string): string {
  return value.replace(HASH, '#')
}
