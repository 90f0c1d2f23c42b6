/** How a channel tells us who a person is there: they open an address in its own app, which sends them back to us with a code. */
export interface PersonBinding {
  /** Whether the keys for it are there. */
  isOffered: boolean
  /** To be drawn as a QR code. `state` comes back with the code: letters and digits, 128 at most. */
  authorizeUrl(request: { redirectUrl: string; state: string }, signal?: AbortSignal): Promise<string>
  /** The person's account at the channel. A code is good once. @throws PaymentFailure `refused` for one that is not good */
  accountOf(code: string, signal?: AbortSignal): Promise<string>
}
