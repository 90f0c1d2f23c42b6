import { readFileSync } from 'node:fs'
import type { RequestHandler } from 'express'
import { localeOf } from '../locale-of.ts'
import { documentIn } from '../openapi/serve-document.ts'
import { docsPage as render } from './docs-page.ts'

const style = readFileSync(new URL('./docs.css', import.meta.url), 'utf8')

/** The page loads its own style sheet and nothing else; there is no script on it. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** GET /api/v1/docs: the reference for people, in the language of `?lang=`, else as for errors. */
export const docsPage: RequestHandler = (req, res) => {
  const { lang } = req.query
  const asked = lang === 'en' ? 'en' : 'zh-CN'
  const locale = lang === 'en' || lang === 'zh' ? asked : localeOf(req)
  const origin = `${req.protocol}://${req.get('host') ?? 'localhost'}`
  res
    .vary('accept-language, authorization')
    .setHeader('content-language', locale)
    .setHeader('content-security-policy', policy)
  res.type('html').send(render(documentIn(locale), { locale, origin }))
}

export const docsStyle: RequestHandler = (_req, res) => {
  res.type('css').setHeader('cache-control', 'public, max-age=3600').send(style)
}
