/** Marks commits made by this action, so that `app-version: sha` and readers of the history know them. */
export const OUR_TRAILER = 'Release-Charts'
