import type { Locale } from '@mozhou/contracts/accounts'
import type { Request } from 'express'

/** The language of Accept-Language that we have; Chinese for everyone else. */
export function localeOf(req: Request): Locale {
  return req.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN'
}
