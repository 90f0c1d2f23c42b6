import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'

/** People need some days to come by. */
const soonMs = 7 * 86_400_000

export function lapsesSoon({ reconnectBy }: Pick<PlatformAccountDto, 'reconnectBy'>, now: number): boolean {
  return reconnectBy !== null && Date.parse(reconnectBy) - now < soonMs
}
