import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { Request } from 'express'
import { requestScope } from '../request-scope.ts'

/** The first language of Accept-Language that we have; else the one that the caller has chosen, where they are known; else Chinese. */
export function localeOf(req: Request): Locale {
  const asked = req.acceptsLanguages().flatMap(localesOf)
  return asked[0] ?? requestScope.getStore()?.locale ?? 'zh-CN'
}

function localesOf(range: string): Locale[] {
  const [language] = range.toLowerCase().split('-')
  if (language === 'en') return ['en']
  return language === 'zh' ? ['zh-CN'] : []
}
