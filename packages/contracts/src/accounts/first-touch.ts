/** Where a person came from when they first opened the web app: written by the app, read once at registration. */
export const firstTouchCookie = 'mz_first_touch'
export const firstTouchDays = 30

/** Characters of each value and of the whole cookie: browsers keep 4,096 bytes (RFC 6265bis, section 5.6), and every request carries it. */
export const firstTouchLimits = { value: 64, cookie: 2_500 } as const

export const firstTouchChannels = ['campaign', 'invitation', 'referrer', 'direct'] as const
export type FirstTouchChannel = (typeof firstTouchChannels)[number]
