import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { RequestHandler } from 'express'
import { localeOf } from '../locale-of.ts'
import { routes } from '../served-routes.ts'
import { openApiDocument } from './document.ts'
import type { OpenApiDocument } from './document.ts'

const documents = new Map<Locale, OpenApiDocument>()

/** Made once per language, when first asked for. */
export function documentIn(locale: Locale): OpenApiDocument {
  const known = documents.get(locale)
  if (known) return known
  const document = openApiDocument(routes, locale)
  documents.set(locale, document)
  return document
}

/** GET /api/v1/openapi.json. Scripts and tools of other origins may read it: it holds nothing of anyone. */
export const openApiJson: RequestHandler = (req, res) => {
  const locale = localeOf(req)
  res
    .vary('accept-language, authorization')
    .setHeader('content-language', locale)
    .setHeader('access-control-allow-origin', '*')
  res.json(documentIn(locale))
}
