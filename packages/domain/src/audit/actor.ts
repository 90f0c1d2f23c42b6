/** Who does it, and in which request: what every audit row and every admin operation needs. */
export interface Actor {
  userId: string
  requestId: string
}
