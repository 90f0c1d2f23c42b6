import type { Prisma } from '@mozhou/db/client'

/** JSON-native values, as Prisma wants them named. */
export const toJson = (value: object): Prisma.InputJsonValue =>
  JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue
