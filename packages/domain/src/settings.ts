/** Business settings that a deployment may change; `environment.ts` names each with its range and default. */
export interface Settings {
  /** Credits a new user receives. */
  signupGiftCredits: number
  /** Days after which what is left of that lapses; null: never. */
  signupGiftDays: number | null
  /** Whether mail is configured: addresses are verified then, and the sign-up gift waits for that. */
  verifiesEmail: boolean
  /** Days in which a closed account may be had back, before it is deleted. */
  deletionRegretDays: number
  /** Sign-up gifts that one network receives in a day. */
  signupGiftsPerNetwork: number
  accessTokenMinutes: number
  refreshTokenDays: number
  /** Generations that a person who is no member may have under way at once. */
  concurrencyLimit: number
  /** What a person may have stored. Asked when something new is begun; what is paid for is kept at its end, whatever it comes to. */
  caps: { creations: number; versionsPerCreation: number; storedTextMegabytes: number }
  /** What a person's files may come to, those in the trash included. */
  fileSpaceMegabytes: number
  /**
   * How the days of a membership that goes back are counted: `linear`, their share of its price; `list`, what the months would have cost one by
   * one. Frozen when the order is made.
   */
  proration: 'linear' | 'list'
  /** What both levels of a rebate may come to of the money received, and whether rebates may be given as cash. */
  referral: { mostShareBp: number; allowsCash: boolean }
  /** Addresses that calls to the world come from, as platforms that list their callers see them; empty: nobody said. */
  egressIps: readonly string[]
  /** Origin of the sandbox; models whose base URL starts with it are marked as samples. Null where there is none. */
  sandboxUrl: string | null
  /** Whether a model may live on this very machine, as on a developer's; never in production. */
  allowsLoopbackModels: boolean
}
