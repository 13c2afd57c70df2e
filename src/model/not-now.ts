/** The label of a closed pull request with version bumps that keeps the next one from being opened. */
export const NOT_NOW = 'not now'
