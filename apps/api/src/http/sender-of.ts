import type { Request } from 'express'

/** What a request says of its sender; nobody has looked yet whether it is true. */
export const senderOf = (req: Request) => req.get('authorization') ?? req.get('cookie') ?? req.ip ?? ''
