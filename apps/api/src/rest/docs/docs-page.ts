import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { OpenApiDocument } from '../openapi/document.ts'
import type { JsonObject } from '../openapi/json-schemas.ts'
import { curlOf } from './curl-of.ts'
import { html, join } from './html.ts'
import type { Markup } from './html.ts'
import { schemaTable } from './schema-table.ts'

const words = {
  'zh-CN': {
    other: 'English',
    raw: '机器可读的文档（OpenAPI 3.1）',
    contents: '目录',
    request: '请求体',
    parameters: '参数',
    answer: '回答',
    errors: '错误',
    example: '示例',
    public: '无需登录',
    session: '需要登录',
  },
  en: {
    other: '中文',
    raw: 'The document for machines (OpenAPI 3.1)',
    contents: 'Contents',
    request: 'Body',
    parameters: 'Parameters',
    answer: 'Answer',
    errors: 'Errors',
    example: 'Example',
    public: 'no sign-in needed',
    session: 'signed in',
  },
}
type DocsWords = (typeof words)['en']

interface Operation {
  method: string
  path: string
  operation: JsonObject
}

/** The reference as one page without scripts; nothing on it comes from anywhere else. */
export function docsPage(document: OpenApiDocument, page: { locale: Locale; origin: string }): string {
  const { locale, origin } = page
  const text = words[locale]
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const groups = document.tags.map(({ name, 'x-displayName': shown }) => ({
    name: shown,
    own: operations.filter(({ operation }) => (operation['tags'] as string[]).includes(name)),
  }))
  const sections = groups.map(
    ({ name, own }) =>
      html`<section>
        <h2>${name}</h2>
        ${own.map((one) => operationPart(one, document, text, origin))}
      </section>`,
  )
  const { description } = document.info
  const title = document.info['x-name'] ?? document.info.title
  const markup = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/api/v1/docs.css" />
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p>
            <a href="/api/v1/docs?lang=${locale === 'en' ? 'zh' : 'en'}">${text.other}</a> ·
            <a href="/api/v1/openapi.json">${text.raw}</a>
          </p>
          ${description.split('\n\n').map(paragraph)}
        </header>
        <nav aria-label="${text.contents}">
          ${groups.map(
            ({ name, own }) =>
              html`<p class="label">${name}</p>
                <ul>
                  ${own.map(tocEntry)}
                </ul>`,
          )}
        </nav>
        <main>${sections}</main>
      </body>
    </html> `
  return markup.text
}

function tocEntry({ method, path, operation }: Operation): Markup {
  return html`<li>
    <a href="#${String(operation['operationId'])}" title="${method} ${path}">
      <span class="method ${method.toLowerCase()}">${method}</span> ${String(operation['summary'])}
    </a>
  </li>`
}

function operationPart(one: Operation, document: OpenApiDocument, text: DocsWords, origin: string): Markup {
  const { method, path, operation } = one
  const { schemas } = document.components
  const isOpen = (operation['security'] as unknown[]).length === 0
  const notes = typeof operation['description'] === 'string' ? operation['description'].split('\n\n') : []
  return html`<article id="${String(operation['operationId'])}">
    <h3><span class="method ${method.toLowerCase()}">${method}</span> <code>/api/v1${path}</code></h3>
    <p>${String(operation['summary'])} · <span class="quiet">${isOpen ? text.public : text.session}</span></p>
    ${notes.map(paragraph)} ${parameterPart(operation, text)} ${bodyPart(operation, document, text)}
    ${answerPart(operation, document, text)}
    <p class="label">curl</p>
    <pre><code>${curlOf({ ...one, origin }, schemas)}</code></pre>
  </article>`
}

function parameterPart(operation: JsonObject, text: DocsWords): Markup {
  const named = (operation['parameters'] as JsonObject[]).map((parameter) =>
    parameter['$ref'] === undefined
      ? parameter
      : { name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 255 } },
  )
  if (named.length === 0) return join([])
  const properties = Object.fromEntries(named.map(({ name, schema }) => [String(name), schema as JsonObject]))
  const required = named.filter((parameter) => parameter['required'] === true).map(({ name }) => String(name))
  return html`<p class="label">${text.parameters}</p>
    ${schemaTable({ type: 'object', properties, required })}`
}

function bodyPart(operation: JsonObject, document: OpenApiDocument, text: DocsWords): Markup {
  const schema = schemaOf(operation['requestBody'])
  return schema
    ? html`<p class="label">${text.request}</p>
        ${schemaTable(schema, document.components.schemas)}`
    : join([])
}

function answerPart(operation: JsonObject, document: OpenApiDocument, text: DocsWords): Markup {
  const responses = operation['responses'] as Record<string, JsonObject>
  const schema = schemaOf(responses['200'])
  const example = (responses['200']?.['content'] as Record<string, JsonObject> | undefined) ?? {}
  const shown = Object.values(example)[0]?.['example']
  const errors = Object.entries(responses).filter(([status]) => status !== '200')
  const sample = typeof shown === 'string' ? shown : JSON.stringify(shown, null, 2)
  return html`<details>
      <summary>${text.answer}</summary>
      ${schema ? schemaTable(schema, document.components.schemas) : join([])}
      <p class="label">${text.example}</p>
      <pre><code>${sample}</code></pre>
    </details>
    <details>
      <summary>${text.errors}</summary>
      <ul>
        ${errors.map(([status, { description }]) => html`<li><code>${status}</code> ${String(description)}</li>`)}
      </ul>
    </details>`
}

function schemaOf(part: unknown): JsonObject | null {
  const content = (part as { content?: Record<string, { schema?: JsonObject }> } | undefined)?.content
  return content?.['application/json']?.schema ?? null
}

/** The description's own marks: bold and code. */
function paragraph(text: string): Markup {
  const parts = text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part) => {
    if (part.startsWith('**')) return html`<strong>${part.slice(2, -2)}</strong>`
    return part.startsWith('`') ? html`<code>${part.slice(1, -1)}</code>` : html`${part}`
  })
  return html`<p>${parts}</p>`
}
