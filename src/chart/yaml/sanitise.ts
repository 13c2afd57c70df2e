/** What Helm's `Validate` makes of a text field: every white space a blank, what can't be printed dropped. */
export function sanitise(text: string): string {
  return text.replace(/\p{White_Space}/gu, ' ').replace(/[^ \p{L}\p{M}\p{N}\p{P}\p{S}]/gu, '')
}
