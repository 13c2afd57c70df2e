/** A loop over every effect is split into so many tests, so that none of them grows with the number of effects. */
const COUNT = 4

export const parts = Array.from({ length: COUNT }, (_, index) => [`part ${index + 1} of ${COUNT}`, index] as const)

/** The numbers below `count` that belong to this part, e.g. 1, 5, 9 of the part 1; all parts together have each once. */
export function inPart(part: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index).filter((index) => index % COUNT === part)
}

/** Steps of a target that is killed before or after its effect of this number, which begins with 0. */
export function killedAt(moment: 'before' | 'after', last: number) {
  let count = 0
  return {
    [moment]: () => {
      if (count++ === last) throw new Error('killed')
    },
  }
}
