import type { Prisma } from '@mozhou/db/client'

/** JSON-native values, as Prisma wants them named. */
export function toJson(value: object): Prisma.InputJsonValue {
  const json: Prisma.InputJsonValue = JSON.parse(JSON.stringify(value))
  return json
}
