import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { bareFormName, formName } from './forms.ts'
import type { JsonObject } from './json-schemas.ts'

/**
 * The forms as components, each with its tool's own example. A default is a note here: openapi-typescript takes whatever has one for
 * always there, also in what is sent, and other generators send it along.
 */
export function formComponents(forms: Readonly<Record<string, JsonObject>>, beside: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.keys(tools).flatMap((key) => {
      const { $schema: _, ...form } = forms[formName(key)] ?? {}
      const properties = Object.fromEntries(
        Object.entries(form['properties'] as Record<string, JsonObject>).map(([name, property]) => [
          name,
          withNotedDefault(property),
        ]),
      )
      const closed = { ...form, properties, examples: [tools[key as ToolKey].example] }
      return [
        [formName(key), closed],
        [bareFormName(key), { ...closed, properties: { ...properties, ...beside } }],
      ]
    }),
  )
}

function withNotedDefault({ default: fallback, ...property }: JsonObject): JsonObject {
  return fallback === undefined ? property : { ...property, 'x-default': fallback }
}
