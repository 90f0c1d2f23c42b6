let leave = () => {}

/** For `createApiClient`: the session is over for good. */
export function onSignedOut(): void {
  leave()
}

/** What to do then; set once, when the app is mounted, because the router knows the way out. */
export function whenSignedOut(handler: () => void): void {
  leave = handler
}
