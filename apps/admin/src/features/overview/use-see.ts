/** The way from a card to the page that lists what it counts. */
export const seeClass = 'rounded-sm text-xs text-accent-text hover:underline'
